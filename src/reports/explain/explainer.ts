import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Page } from '../page.ts'

/** One kind of thing that can be explained. */
export interface Explainer {
  /** words it answers to, for suggestions */
  words(knowledge: Knowledge): readonly string[]
  /** what the word means; null when it is no word of this kind */
  explain(word: string, knowledge: Knowledge): Page | null
}

/** A word as it is compared: without case, and with one hyphen for any spaces and punctuation. */
export function keyOf(word: string): string {
  return word
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== '')
    .join('-')
}
