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

/** by slot, where the row of a word begins, from the second row */
let slots = new Int32Array(SLOTS)
/** numbers kept of a word, in a row: what is asked for together lies together in memory */
const ROW = 8
const HASH = 0
const LENGTH = 1
/** where its letters stand in `pool` */
const PLACE = 2
/** how many groups there were when its class was told */
const CLASSED = 3
/** Where in its row a word's sort by its first letters stands. */
export const SORT = 4
/** Where in its row a word's class among those looked for stands. */
export const CLASS = 5
/** The rows of all words. */
export const rows: Int32Array = new Int32Array(ROW * (MOST + 2))
/** stands for a word that is not kept */
const UNKEPT = ROW * (MOST + 1)
let pool = new Uint8Array(1 << 16)
let count = 0
let taken = 0

/**
 * Where in `rows` the row of a word begins, which holds until the next word. It stands in `letters` from `start` to
 * `end`, `hash` was made by `step` of its letters, and `groups` says how many groups there are.
 */
export const meet = (letters: Uint8Array, start: number, end: number, hash: number, groups: number): number => {
  const length = Math.min(end - start, LETTERS)
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (let tries = 0; tries < TRIES; tries++) {
    const row = slots[slot] ?? 0
    if (row === 0) {
      if (count === MOST) {
        slots = new Int32Array(SLOTS)
        count = 0
        taken = 0
      }
      const kept = remember(letters, start, length, hash)
      slots[slot] = kept
      return told(kept, groups)
    }
    if (
      rows[row + HASH] === hash &&
      rows[row + LENGTH] === length &&
      isAt(letters, start, length, rows[row + PLACE] ?? 0)
    )
      return rows[row + CLASSED] === groups ? row : told(row, groups)
    slot = (slot + 1) & (SLOTS - 1)
  }
  const word = wordOf(letters, start, length)
  rows[UNKEPT + SORT] = sortOf(word)
  rows[UNKEPT + CLASS] = classOf(wordsLike(word))
  return UNKEPT
}

const isAt = (letters: Uint8Array, start: number, length: number, place: number): boolean => {
  for (let at = 0; at < length; at++) if (letters[start + at] !== pool[place + at]) return false
  return true
}

const told = (row: number, groups: number): number => {
  rows[row + CLASS] = classOf(wordsLike(wordOf(pool, rows[row + PLACE] ?? 0, rows[row + LENGTH] ?? 0)))
  rows[row + CLASSED] = groups
  return row
}

const remember = (letters: Uint8Array, start: number, length: number, hash: number): number => {
  if (taken + length > pool.length) {
    const more = new Uint8Array(2 * pool.length)
    more.set(pool)
    pool = more
  }
  pool.set(letters.subarray(start, start + length), taken)
  const row = ROW * ++count
  rows[row + HASH] = hash
  rows[row + LENGTH] = length
  rows[row + PLACE] = taken
  rows[row + SORT] = sortOf(wordOf(letters, start, Math.min(length, LOOKED_AT)))
  taken += length
  return row
}

const wordOf = (letters: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...letters.subarray(start, start + length))
