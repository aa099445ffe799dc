import { once } from '../../once.ts'
import type { ClauseKind } from '../clause.ts'
import { type Asked, ask, mayMatch } from '../patterns/asked.ts'
import { type Around, enroll, isIn } from '../patterns/groups.ts'
import { needsOf } from '../patterns/needs.ts'
import type { Phrase } from '../patterns/vocabulary.ts'

/**
 * Which kinds of clause may be found in a passage, by number, in their order.
 *
 * A Latin key word matches where a word of the passage or its lead starts with it ("weapon" finds "weapons"), one of
 * three letters or fewer only as a whole word; of several words or hyphened parts the longest counts. A Chinese key word
 * matches anywhere. A `thorough` pass also asks for the words that the kinds' patterns need, which takes a while to make;
 * they may stand in the heading too.
 */
export const keywordPass = (
  kinds: readonly ClauseKind[],
  { thorough = false } = {},
): ((around: Around) => readonly number[]) => {
  const keys = Int32Array.from(kinds, ({ keywords }) => groupOf(keywords))
  const also = Int32Array.from(kinds, kind => (kind.also === undefined ? -1 : groupOf(kind.also)))
  const ways = kinds.map(kind =>
    thorough ? kind.ways?.map(way => way.flatMap(pattern => askedOf(pattern) ?? [])) : undefined,
  )
  return around => {
    const { own, lead } = around
    const open: number[] = []
    for (let kind = 0; kind < keys.length; kind++) {
      const key = keys[kind] ?? 0
      if (!isIn(own, key) && !isIn(lead, key)) continue
      const further = also[kind] ?? -1
      if (further >= 0 && !isIn(own, further) && !isIn(lead, further)) continue
      const its = ways[kind]
      if (its === undefined || isOneOpen(its, around)) open.push(kind)
    }
    return open
  }
}

/** kinds share their lists of further words */
const groupOf = once((words: readonly string[]): number => enroll(words.map(phraseOf)))

const askedOf = (pattern: RegExp): Asked | null => {
  const needs = needsOf(pattern)
  return needs === null ? null : ask(needs)
}

const isOneOpen = (ways: readonly (readonly Asked[])[], { own, lead, heading }: Around): boolean => {
  for (const way of ways) {
    let all = true
    for (const asked of way) if (all) all = mayMatch(asked, own, lead, heading)
    if (all) return true
  }
  return false
}

/** so short a key word must be a whole word: "eu" is not in "europe", "use" not in "user" */
const WHOLE_WORD = 3

const NOT_LATIN = /[^\x20-\x7e]/

const phraseOf = (keyword: string): Phrase => {
  if (NOT_LATIN.test(keyword)) return [{ word: keyword, whole: false }]
  const word = keyword
    .split(/[^a-z0-9]+/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
  return [{ word, whole: word.length <= WHOLE_WORD }]
}
