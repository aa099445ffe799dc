import { once } from '../once.ts'
import type { Sentence } from './loose.ts'
import type { Graph, Patterns } from './patterns.ts'
import { type MatchedPlace, matcherOf } from './reader.ts'

export type { MatchedPlace, Sentence }

/** Looks for a pattern anywhere in a sentence. */
export interface Search {
  /** Says quickly that the pattern is not in a sentence; else it may be. */
  mayBeIn(sentence: Sentence): boolean
  isIn(sentence: Sentence): boolean
  /** Says whether all words of a sentence are one that the pattern means. */
  isWhole(sentence: Sentence): boolean
  /** The longest place of the nearest end that is not before a word; null where there is none. */
  first(sentence: Sentence, own: number): MatchedPlace | null
  /** Of each end the longest place, the nearest end first. */
  places(sentence: Sentence): readonly MatchedPlace[]
}

/**
 * One reader for all: a part of a pattern is read for all beginnings at once. From the set of places between words
 * where it may begin it makes the set of those where it ends. Sets are rows of bits, so that the time is that of the
 * sentence, whatever the patterns are.
 */
const reading = once((graph: Graph) => matcherOf(graph))

/** A search for a pattern by its number, or for one that has another in its hole. */
export function searchOf({ graph }: Patterns, root: number, hole: number | null = null): Search {
  const begun = (sentence: Sentence) => {
    const reader = reading(graph())
    reader.begin(sentence)
    return reader.mayBe(root) && (hole === null || reader.mayBe(hole)) ? reader : null
  }
  const placesFrom = (sentence: Sentence, own: number, most: number): readonly MatchedPlace[] =>
    begun(sentence)?.places(root, hole, own, most) ?? NONE
  return {
    mayBeIn: sentence => begun(sentence) !== null,
    isIn: sentence => placesFrom(sentence, 0, 1).length > 0,
    isWhole: sentence => begun(sentence)?.isWhole(root) ?? false,
    first: (sentence, own) => placesFrom(sentence, own, 1)[0] ?? null,
    places: sentence => placesFrom(sentence, 0, Number.POSITIVE_INFINITY),
  }
}
const NONE: readonly MatchedPlace[] = []
