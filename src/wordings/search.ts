import { graphOf, type Node } from './graph.ts'
import type { Sentence } from './loose.ts'
import { mayHold } from './needed.ts'
import type { Pattern } from './pattern.ts'
import { type Place, readerOf } from './reader.ts'

export type { Place, Sentence }

/** Looks for a pattern anywhere in a sentence. */
export interface Search {
  /** Says quickly that the pattern is not in a sentence; else it may be. */
  mayBeIn(sentence: Sentence): boolean
  isIn(sentence: Sentence): boolean
  /** Says whether all words of a sentence are one that the pattern means. */
  isWhole(sentence: Sentence): boolean
  /** The longest place of the nearest end that is not before a word; null where there is none. */
  first(sentence: Sentence, own: number): Place | null
  /** Of each end the longest place, the nearest end first. */
  places(sentence: Sentence): readonly Place[]
}

/** Makes searches that share what they have in common: a list of words is looked for once in a sentence. */
export interface Searches {
  searchOf(pattern: Pattern): Search
  /** A search of `frame` with `words` where it has a hole. */
  framed(frame: Pattern, words: Pattern): Search
}

/** what is asked for so many times is made in any case: to be asked for then costs less */
const OFTEN = 24

/**
 * Makes searches. A part of a pattern is read for all beginnings at once: from the set of places between words where it
 * may begin it makes the set of those where it ends. Sets are rows of bits, so that the time is that of the sentence,
 * whatever the patterns are.
 */
export function searches(): Searches {
  const graph = graphOf()
  const reader = readerOf(graph)
  /** what is looked for, made when words that it cannot do without are met for the first time */
  const search = (pattern: Pattern, words: Pattern | null): Search => {
    let root: Node | undefined
    let hole: Node | null = null
    let missed = 0
    const mayBeIn: Search['mayBeIn'] = sentence => {
      if (root === undefined) {
        const may = mayHold(sentence.words, pattern) && (words === null || mayHold(sentence.words, words))
        if (!may && ++missed < OFTEN) return false
        root = graph.nodeOf(pattern)
        hole = words && graph.nodeOf(words)
      }
      reader.begin(sentence)
      return reader.mayBe(root.id) && (hole === null || reader.mayBe(hole.id))
    }
    const placesFrom = (sentence: Sentence, own: number, most: number): readonly Place[] =>
      mayBeIn(sentence) && root ? reader.places(root, hole, own, most) : []
    return {
      mayBeIn,
      isIn: sentence => placesFrom(sentence, 0, 1).length > 0,
      isWhole: sentence => mayBeIn(sentence) && root !== undefined && reader.isWhole(root),
      first: (sentence, own) => placesFrom(sentence, own, 1)[0] ?? null,
      places: sentence => placesFrom(sentence, 0, Number.POSITIVE_INFINITY),
    }
  }
  return {
    searchOf: pattern => search(pattern, null),
    framed: (frame, words) => search(frame, words),
  }
}
