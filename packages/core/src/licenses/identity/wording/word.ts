import { mix, PRIME, SEED } from '../../../text/hash.ts'

/**
 * Words are compared by hash, so that a text can be recognized without being kept. FNV-1a over lower-case code
 * points, then the finalizer of MurmurHash3, so that every bit of the hash can be used for sampling and tables.
 */

/** what takes a multiplication by `PRIME` back */
export const UNPRIME = 0x359c449b

/** Takes `mix` back: the 32-bit hash, signed, that gave this one. */
export function unmix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x7ed1b41d)
  h ^= (h >>> 13) ^ (h >>> 26)
  h = Math.imul(h, 0xa5cb9243)
  return h ^ (h >>> 16)
}

/** The hash of one lower-case word. */
export function hashWord(word: string): number {
  let h = SEED
  for (const letter of word) h = Math.imul(h ^ letter.codePointAt(0)!, PRIME)
  return mix(h)
}

/** A set of words that answers "is this hash one of them" with one table read for nearly every other word. */
export interface WordSet {
  has(hash: number): boolean
}

/** Makes one of words. */
export function wordSet(words: Iterable<string>): WordSet {
  const hashes = new Set(Array.from(words, hashWord))
  const seen = new Uint8Array(1 << 16)
  for (const hash of hashes) seen[hash & 0xffff] = 1
  return { has: hash => seen[hash & 0xffff] === 1 && hashes.has(hash) }
}
