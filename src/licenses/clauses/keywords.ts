import type { ClauseKind } from '../clause.ts'
import { needsOf } from '../patterns/needs.ts'
import { type Word, wordPass } from '../patterns/words.ts'

/**
 * Which groups of words have one in a text, a bit each. The first groups, one a kind in their order, are the kinds' key
 * words; after them come the further words that some kinds ask for, and those that their patterns cannot do without.
 */
export type Groups = Int32Array

/** One pass over a text that finds the words of all kinds at once, and what then may be read in it. */
export interface KeywordPass {
  /** how many numbers a set of groups takes */
  readonly width: number
  /** from which number on they are words that patterns need, which may also stand in the heading above */
  readonly needs: number
  /** adds the groups that have a word in a lower-case text */
  mark(lower: string, found: Groups): void
  /** whether a kind whose key words were found has the other words it needs */
  mayFind(kind: number, found: Groups): boolean
}

/**
 * A Latin key word matches where a word of the text starts with it ("weapon" finds "weapons"), one of three letters or
 * fewer only as a whole word; of several words or hyphened parts the longest counts. A Chinese key word matches anywhere.
 * A `thorough` pass also asks for the words that the kinds' patterns need, which takes a while to make.
 */
export const keywordPass = (kinds: readonly ClauseKind[], { thorough = false } = {}): KeywordPass => {
  const groups: (readonly Word[])[] = kinds.map(({ keywords }) => keywords.map(wordOf))
  const also = kinds.map(kind => (kind.also === undefined ? -1 : groups.push(kind.also.map(wordOf)) - 1))
  while (groups.length % 32 !== 0) groups.push([])
  const needs = groups.length / 32
  const patterns = new Map<RegExp, number | null>()
  const groupOf = (pattern: RegExp): number | null => {
    let group = patterns.get(pattern)
    if (group === undefined) {
      const words = needsOf(pattern)
      group = words === null ? null : groups.push(words) - 1
      patterns.set(pattern, group)
    }
    return group
  }
  /* per kind its ways one after the other, each with how many groups it has */
  const ways = kinds.map(kind =>
    !thorough || kind.ways === undefined
      ? undefined
      : Int32Array.from(
          kind.ways.flatMap(way => {
            const needed = way.flatMap(pattern => groupOf(pattern) ?? [])
            return [needed.length, ...needed]
          }),
        ),
  )
  return {
    width: Math.ceil(groups.length / 32),
    needs,
    mark: wordPass(groups),
    mayFind: (kind, found) => {
      const further = also[kind] ?? -1
      if (further >= 0 && !has(found, further)) return false
      const its = ways[kind]
      return its === undefined || isOneOpen(its, found)
    },
  }
}

const has = (found: Groups, group: number): boolean => ((found[group >> 5] ?? 0) & (1 << (group & 31))) !== 0

const isOneOpen = (ways: Int32Array, found: Groups): boolean => {
  for (let at = 0; at < ways.length; ) {
    const end = at + 1 + (ways[at] ?? 0)
    let group = at + 1
    while (group < end && has(found, ways[group] ?? 0)) group++
    if (group === end) return true
    at = end
  }
  return false
}

/** so short a key word must be a whole word: "eu" is not in "europe", "use" not in "user" */
const WHOLE_WORD = 3

const NOT_LATIN = /[^\x20-\x7e]/

const wordOf = (keyword: string): Word => {
  if (NOT_LATIN.test(keyword)) return { word: keyword, whole: false }
  const word = keyword
    .split(/[^a-z0-9]+/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
  return { word, whole: word.length <= WHOLE_WORD }
}
