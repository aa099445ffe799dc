import { mix } from '../../../text/hash.ts'
import { unmix } from '../wording/word.ts'

/** Words in a gram. Four, sampled one in four, told texts apart best in a sweep of 2 to 8. */
export const GRAM = 4

const BASE = 0x01000193
let power = 1
for (let i = 0; i < GRAM; i++) power = Math.imul(power, BASE)
/** what the oldest of four words was multiplied by */
const POWER = power

/** The hash of every run of four words, in order; empty when there are fewer. */
export function grams(words: Uint32Array): Uint32Array {
  const found = new Uint32Array(Math.max(0, words.length - GRAM + 1))
  let hash = 0
  for (let i = 0; i < words.length; i++) {
    hash = (Math.imul(hash, BASE) + words[i]!) | 0
    if (i >= GRAM) hash = (hash - Math.imul(words[i - GRAM]!, POWER)) | 0
    if (i >= GRAM - 1) found[i - GRAM + 1] = mix(hash)
  }
  return found
}

/** The last of the four words of a gram, from the three before it. */
export function lastWord(gram: number, a: number, b: number, c: number): number {
  return (unmix(gram) - Math.imul((Math.imul((Math.imul(a, BASE) + b) | 0, BASE) + c) | 0, BASE)) >>> 0
}

/** A 53-bit hash of a whole sequence of words. */
export function sequenceKey(words: Uint32Array): number {
  let a = 0x9747b28c | 0
  let b = 0x1b873593 | 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    a = Math.imul(a ^ word, 0x5bd1e995)
    a ^= a >>> 15
    b = Math.imul((b + word) | 0, 0x27d4eb2d)
    b ^= b >>> 13
  }
  return (a >>> 0) * 2097152 + (b >>> 11)
}
