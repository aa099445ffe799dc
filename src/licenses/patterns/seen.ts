import { classOf } from './steps.ts'
import { wordsLike } from './vocabulary.ts'

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
/** by number of a word: its number made of letters, its place in `letters` */
const hashes = new Int32Array(MOST + 2)
const places = new Int32Array(MOST + 2)
const lengths = new Uint8Array(MOST + 2)
/** By number of a word, its sort by its first letters. */
export const sorts: Uint16Array = new Uint16Array(MOST + 2)
/** By number of a word, its class among those looked for, as `meet` gave it last. */
export const classes: Uint16Array = new Uint16Array(MOST + 2)
/** by number of a word, how many groups there were when its class was told */
const classed = new Int32Array(MOST + 2)
/** stands for a word that is not kept */
const UNKEPT = MOST + 1
let pool = new Uint8Array(1 << 16)
let count = 0
let taken = 0

/**
 * The number of a word, by which its sort and its class are known until the next word. It stands in `letters` from
 * `start` to `end`, `hash` was made by `step` of its letters, and `groups` says how many groups there are.
 */
export const meet = (letters: Uint8Array, start: number, end: number, hash: number, groups: number): number => {
  const length = Math.min(end - start, LETTERS)
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (let tries = 0; tries < TRIES; tries++) {
    const number = slots[slot] ?? 0
    if (number === 0) {
      if (count === MOST) {
        slots = new Int32Array(SLOTS)
        count = 0
        taken = 0
      }
      const kept = remember(letters, start, length, hash)
      slots[slot] = kept
      return told(kept, groups)
    }
    if (hashes[number] === hash && lengths[number] === length && isAt(letters, start, length, places[number] ?? 0))
      return classed[number] === groups ? number : told(number, groups)
    slot = (slot + 1) & (SLOTS - 1)
  }
  const word = wordOf(letters, start, length)
  sorts[UNKEPT] = sortOf(word)
  classes[UNKEPT] = classOf(wordsLike(word))
  return UNKEPT
}

const isAt = (letters: Uint8Array, start: number, length: number, place: number): boolean => {
  for (let at = 0; at < length; at++) if (letters[start + at] !== pool[place + at]) return false
  return true
}

const told = (number: number, groups: number): number => {
  const place = places[number] ?? 0
  classes[number] = classOf(wordsLike(wordOf(pool, place, lengths[number] ?? 0)))
  classed[number] = groups
  return number
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
  taken += length
  return count
}

const wordOf = (letters: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...letters.subarray(start, start + length))
