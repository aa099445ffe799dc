import { type Groups, groupCount, groupsOfWord } from './vocabulary.ts'

/** words seen so far are kept in so many slots, of which at most three in four are taken */
const SLOTS = 1 << 15
const MOST = (SLOTS * 3) / 4
/** so many slots are tried; a text made to fall into the same ones is slow, not endless (CWE-407) */
const TRIES = 12
/** letters by which a word is told apart; longer than any word that is looked for */
const LETTERS = 48
/** letters of a word by which its beginning is known; a shorter one is a whole word */
export const LOOKED_AT = 3
/** beginnings fall in so many sorts */
export const SORTS = 1 << 10

/** The sort of a word by its first letters. */
export const sortOf = (word: string): number => {
  let hash = 0
  for (let at = 0; at < Math.min(word.length, LOOKED_AT); at++) hash = step(hash, word.charCodeAt(at))
  return mixed(hash)
}
/** One letter more in a number made of letters. */
export const step = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193)
const mixed = (hash: number): number => (hash ^ (hash >>> 11) ^ (hash >>> 21)) & (SORTS - 1)

/** by slot, the number of a word, from 1 */
let slots = new Int32Array(SLOTS)
/** by number of a word: its number made of letters, its place in `letters`, its sort */
const hashes = new Int32Array(MOST + 1)
const places = new Int32Array(MOST + 1)
const lengths = new Uint8Array(MOST + 1)
const sorts = new Uint16Array(MOST + 1)
/** by number of a word: its groups as pairs of a number in `Groups` and bits, and how many groups there then were */
const masks: Int32Array[] = []
const masked = new Int32Array(MOST + 1)
let pool = new Uint8Array(1 << 16)
let count = 0
let taken = 0

const EMPTY = new Int32Array(0)

/**
 * Adds the groups of a word to those found, and gives its sort. The word stands in `letters` from `start` to `end`, and
 * `hash` was made by `step` of its first letters, as many as tell it apart.
 */
export const meet = (letters: Uint8Array, start: number, end: number, hash: number, found: Groups): number => {
  const length = Math.min(end - start, LETTERS)
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (let tries = 0; tries < TRIES; tries++) {
    const number = slots[slot] ?? 0
    if (number === 0) {
      if (count === MOST) forget()
      slots[slot] = remember(letters, start, length, hash)
      return add(slots[slot] ?? 0, found)
    }
    if (hashes[number] === hash && lengths[number] === length && isAt(letters, start, length, places[number] ?? 0))
      return add(number, found)
    slot = (slot + 1) & (SLOTS - 1)
  }
  /* not kept: looked up anew */
  const word = wordOf(letters, start, length)
  for (const group of groupsOfWord(word)) found[group >> 5] = (found[group >> 5] ?? 0) | (1 << (group & 31))
  return sortOf(word)
}

const isAt = (letters: Uint8Array, start: number, length: number, place: number): boolean => {
  for (let at = 0; at < length; at++) if (letters[start + at] !== pool[place + at]) return false
  return true
}

const add = (number: number, found: Groups): number => {
  if (masked[number] !== groupCount()) mask(number)
  const pairs = masks[number] ?? EMPTY
  for (let at = 0; at < pairs.length; at += 2) {
    const place = pairs[at] ?? 0
    found[place] = (found[place] ?? 0) | (pairs[at + 1] ?? 0)
  }
  return sorts[number] ?? 0
}

const mask = (number: number): void => {
  const place = places[number] ?? 0
  const bits = new Map<number, number>()
  for (const group of groupsOfWord(wordOf(pool, place, lengths[number] ?? 0)))
    bits.set(group >> 5, (bits.get(group >> 5) ?? 0) | (1 << (group & 31)))
  masks[number] = bits.size === 0 ? EMPTY : Int32Array.from([...bits].flat())
  masked[number] = groupCount()
}

const remember = (letters: Uint8Array, start: number, length: number, hash: number): number => {
  if (taken + length > pool.length) {
    const more = new Uint8Array(2 * pool.length)
    more.set(pool)
    pool = more
  }
  pool.set(letters.subarray(start, start + length), taken)
  count++
  hashes[count] = hash
  places[count] = taken
  lengths[count] = length
  sorts[count] = sortOf(wordOf(letters, start, Math.min(length, LOOKED_AT)))
  masked[count] = -1
  masks[count] = EMPTY
  taken += length
  return count
}

const forget = (): void => {
  slots = new Int32Array(SLOTS)
  count = 0
  taken = 0
}

const wordOf = (letters: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...letters.subarray(start, start + length))
