import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Worded as Wording } from '../knowledge/worded.ts'
import { once } from '../once.ts'
import type { Mode } from '../report/vocabulary.ts'
import { simplified } from '../text/simplified.ts'
import { type Lookup, lookupOf } from '../wordings/lookup.ts'
import type { MatchedPlace } from '../wordings/search.ts'
import { makeReady, type Ready } from './ready.ts'
import { cutWords, type StandingSentence, sentenceOf, type Words } from './words.ts'

/** A wording of a kind of clause that stands in a passage. */
export interface SaidClause {
  readonly kind: string
  readonly mode: Mode
  /** what the wording itself says of the clause */
  readonly wording: Wording
  /** offset in the passage at which its words begin; 0 where these begin in what leads it */
  readonly at: number
  /** where in the passage the kind's own words begin, behind what a frame puts before them */
  readonly place: number
  /** offset in the passage behind its words */
  readonly end: number
  /** the names of the file's `marks` */
  readonly marks: readonly string[]
  /** whether one of the file's `marks` of this name stands in the passage, or in what it stands under; or in another */
  has(mark: string, passage?: StandingSentence): boolean
  /** where in the passage's own words, or in those of another, the `marks` of a name stand, in the order they end */
  where(mark: string, passage?: StandingSentence): readonly Stretch[]
  /** the first of these that begins in the passage's own words */
  find(mark: string, passage?: StandingSentence): Stretch | null
  /**
   * the words of the passage that are one of the `marks` of this name, those at the wording's end first; '' for none
   */
  words(mark: string): string
}

/** Some of the words of a passage, by their offsets. */
export interface Stretch {
  readonly at: number
  readonly end: number
}

/** What wordings are looked up in. */
export type Worded = Pick<Knowledge, 'wordings' | 'modalities' | 'patterns'>

/** All wordings of all kinds and languages, by the words that they cannot do without. */
interface Index {
  readonly lookup: Lookup
  readonly ready: readonly Ready[]
  /** the languages whose common word one is */
  readonly small: ReadonlyMap<string, readonly string[]>
}

const clauseIndex = once(({ wordings, modalities, patterns }: Worded): Index => {
  const ready = makeReady(wordings, modalities, patterns)
  const small = new Map<string, string[]>()
  for (const { id, small: words } of modalities)
    for (const word of words.map(simplified)) small.set(word, [...(small.get(word) ?? []), id])
  const keys = ready.map(({ wording }) => wording.key)
  return { lookup: lookupOf(patterns, keys), ready, small }
})

/** The wordings in a passage, or those of one kind alone: of each kind the first of its files that holds. */
export function saidIn(passage: StandingSentence, knowledge: Worded, only?: string): ReadonlyMap<string, SaidClause> {
  const index = clauseIndex(knowledge)
  const words = cutWords(passage)
  const numbers = index.lookup.in(words.words)
  const said = new Map<string, SaidClause>()
  if (numbers.length === 0) return said
  const isForeign = foreignTo(words, index)
  for (const number of numbers) {
    const ready = index.ready[number]
    if (ready === undefined || said.has(ready.kind) || isForeign(ready.language)) continue
    if (only !== undefined && ready.kind !== only) continue
    const place = placeInWords(ready, words)
    if (place !== null) said.set(ready.kind, saidAt(ready, place, words))
  }
  return said
}

/** common words of another language that stand out where they are so many, and so many times those of one's own */
const LEAST_FOREIGN = 2
const STANDS_OUT = 2

/** Says of a language whether the words are in another one, by the commonest words of each. */
function foreignTo({ words }: Words, { small }: Index): (language: string) => boolean {
  const counts = new Map<string, number>()
  for (const word of words)
    for (const language of small.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return language => most >= LEAST_FOREIGN && (counts.get(language) ?? 0) * STANDS_OUT < most
}

function placeInWords(ready: Ready, words: Words): MatchedPlace | null {
  const sentence = sentenceOf(words, ready.turns)
  const place = ready.search().first(sentence, words.own)
  return place === null || ready.unless().some(unless => unless.isIn(sentence)) ? null : place
}

function saidAt(ready: Ready, { from, to }: MatchedPlace, words: Words): SaidClause {
  const { kind, wording, mode, marks, turns } = ready
  const within = (passage?: StandingSentence): Words => (passage === undefined ? words : wordsOfOther(passage))
  const placesOf = (mark: string, all: Words): readonly MatchedPlace[] =>
    (marks[mark]?.() ?? []).flatMap(search => search.places(sentenceOf(all, turns)))
  return {
    kind,
    wording,
    mode,
    ...stretchOf(words, { from, to }),
    get place() {
      const bare = ready.bare?.().places(sentenceOf(words, turns)) ?? []
      const last = bare.findLast(place => place.from >= Math.max(from, words.own) && place.to <= to)
      return stretchOf(words, last ?? { from, to }).at
    },
    marks: Object.keys(marks),
    has(mark, passage) {
      const sentence = sentenceOf(within(passage), turns)
      return (marks[mark]?.() ?? []).some(search => search.isIn(sentence))
    },
    where(mark, passage) {
      const all = within(passage)
      return placesOf(mark, all)
        .filter(({ to }) => to >= all.own)
        .sort((one, other) => one.to - other.to)
        .map(place => stretchOf(all, place))
    },
    find(mark, passage) {
      const all = within(passage)
      const first = placesOf(mark, all).find(place => place.from >= all.own)
      return first === undefined ? null : stretchOf(all, first)
    },
    words(mark) {
      const inside = placesOf(mark, words).filter(place => place.from >= words.own)
      const place = inside.find(place => place.to === to) ?? inside[0]
      const { tokens, text } = words
      return place === undefined ? '' : text.slice(tokens[place.from]?.start, tokens[place.to]?.end)
    },
  }
}

/** the passages around one are asked for many times */
const wordsOfOther = once(cutWords)

const stretchOf = ({ tokens, own }: Words, { from, to }: MatchedPlace): Stretch => ({
  at: from >= own ? (tokens[from]?.start ?? 0) : 0,
  end: tokens[to]?.end ?? 0,
})
