import { sequenceKey } from '../identity/texts/grams.ts'
import { hashWord } from '../identity/wording/word.ts'
import { wordsIn } from './words.ts'

/**
 * Whether words stand, one for one, as a sentence or as the whole of a text that the OSI approved or that is
 * conformant.
 */
export type IsApproved = (sentence: string) => boolean

/** fewer words are no sentence */
const FEWEST = 4

const sequenceOf = (words: readonly string[]): number => sequenceKey(Uint32Array.from(words, hashWord))

/**
 * The keys of whole texts and of their sentences, as the bytes that are shipped: nothing can be read back from them.
 */
export function encodeApproved(sentences: Iterable<string>): Uint8Array {
  const keys = new Set<number>()
  for (const sentence of sentences) {
    const words = wordsIn(sentence)
    if (words.length >= FEWEST) keys.add(sequenceOf(words))
  }
  const view = new DataView(new ArrayBuffer(8 * keys.size))
  for (const [at, key] of [...keys].sort((one, other) => one - other).entries()) view.setFloat64(8 * at, key, true)
  return new Uint8Array(view.buffer)
}

/** Reads shipped keys; nothing is approved where they are not there. */
export function approvedIn(bytes: Uint8Array | null): IsApproved {
  if (bytes === null) return () => false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor(bytes.length / 8)
  return sentence => {
    const words = wordsIn(sentence)
    if (words.length < FEWEST) return false
    const key = sequenceOf(words)
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      const one = view.getFloat64(8 * middle, true)
      if (one === key) return true
      if (one < key) low = middle + 1
      else high = middle
    }
    return false
  }
}
