import type { Passage } from '../clause.ts'
import { type FileWords, wordAt, wordsIn } from './words.ts'

/** farther than this no word of a passage is looked for: what is passed over belongs to no passage */
const FARTHEST = 60
/** a word broken over lines has no more parts */
const MOST_PARTS = 3

/** By word of a file: the number of the passage it stands in, or -1 where a passage shows no such word. */
export function passageOfWords(words: FileWords, passages: readonly Passage[]): Int32Array {
  const found = new Int32Array(words.count).fill(-1)
  let next = 0
  passages.forEach((passage, number) => {
    for (const word of wordsIn(passage.text)) {
      const limit = Math.min(words.count, next + FARTHEST)
      for (let at = next; at < limit; at++) {
        const parts = partsOf(words, at, word)
        if (parts === 0) continue
        found.fill(number, at, at + parts)
        next = at + parts
        break
      }
    }
  })
  return found
}

/** How many words of the file make up a word of a passage, where it stands; 0 where it does not. */
function partsOf(words: FileWords, at: number, word: string): number {
  let joined = ''
  for (let parts = 1; parts <= MOST_PARTS && at + parts <= words.count; parts++) {
    joined += wordAt(words, at + parts - 1)
    if (joined === word) return parts
    if (!word.startsWith(joined)) return 0
  }
  return 0
}
