import type { ClaimKind } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fitting, WordedClaims, WordLists } from '../knowledge/worded.ts'
import { lazy, once } from '../once.ts'
import { CLAIM_SUBJECTS, DENIED, NOT_CLAIMS, PASSING } from '../report/vocabulary.ts'
import { type Finder, finderOf, type Marked, markedOf } from '../wordings/marked.ts'
import type { Patterns } from '../wordings/patterns.ts'
import { type Search, searchOf } from '../wordings/search.ts'

/** Words that claim something. */
export interface Phrase {
  readonly says: ClaimKind
  readonly beside: boolean
  /** of one of these there must be one in its sentence */
  readonly key: number | null
  readonly search: Search
}

/** Whether one of some wordings fits a phrase in its sentence. */
type Fits = (sentence: string, start: number, end: number) => boolean

/** A language of claims, ready to read with. */
export type Tongue = ReturnType<typeof compile>

/** The languages of claims of this knowledge, made ready once. */
export const tonguesOf: (knowledge: Pick<Knowledge, 'claims' | 'patterns'>) => readonly Tongue[] = once(
  ({ claims, patterns }) => {
    const phrases = new Map(
      claims.map(({ id, phrases }) => [
        id,
        phrases.map(({ words, ...phrase }): Phrase => ({ ...phrase, search: searchOf(patterns, words) })),
      ]),
    )
    return claims.map(language => compile(language, claims, phrases, patterns))
  },
)

const SPACED = new Set(['latin', 'cyrillic'])

/** The words before and behind which something ends, in a regular expression. */
const escaped = (words: readonly string[]): string =>
  words.map(text => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '\\0'

function compile(
  language: WordedClaims,
  languages: readonly WordedClaims[],
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  patterns: Patterns,
) {
  const spaced = SPACED.has(language.script)
  const anyOf = (words: WordLists) => lazy(() => searchOf(patterns, words))
  const one = (words: WordLists | null): Finder | null => (words === null ? null : finderOf(anyOf(words)))
  const around = aroundPhrases(new Set(language.ends))
  const list = ({ said, placed }: Fitting): Fits => {
    const ofPhrase = placed === null ? null : anyOf(placed)
    const ofSentence = said === null ? null : anyOf(said)
    // what is said anywhere in a sentence is looked for once, whatever phrases it has
    let last = { sentence: '', holds: false }
    const isSaid = (sentence: string): boolean => {
      if (ofSentence !== null && last.sentence !== sentence)
        last = { sentence, holds: ofSentence().isIn(around(sentence, 0, 0)) }
      return last.holds
    }
    return (sentence, start, end) => isSaid(sentence) || (ofPhrase?.().isIn(around(sentence, start, end)) ?? false)
  }
  const reasons = <Reason extends string>(
    all: readonly Reason[],
    wordings: Readonly<Partial<Record<Reason, Fitting>>>,
  ) => all.flatMap(because => (wordings[because] ? [{ because, fits: list(wordings[because]) }] : []))
  const { own } = language
  return {
    language,
    patterns,
    spaced,
    words: new Set(language.words),
    phrases: new Set([language.id, ...language.borrows].flatMap(id => phrases.get(id) ?? [])),
    subjects: CLAIM_SUBJECTS.flatMap(subject => {
      const words = one(language.subjects[subject] ?? null)
      return words === null ? [] : [{ subject, words }]
    }),
    predicate: list(language.predicate),
    ours: list(language.ours),
    /** null where the language does not tell what asserts */
    asserts: language.asserts === null ? null : list(language.asserts),
    not: reasons(NOT_CLAIMS, language.not),
    passing: reasons(PASSING, language.passing),
    /** what is denied to be asked for, by words */
    denies: DENIED.flatMap(what => {
      const words = one(language.denies[what] ?? null)
      return words === null ? [] : [{ what, words }]
    }),
    own: {
      links: own.links.flatMap(words => one(words) ?? []),
      opens: list(own.opens),
      apart: one(own.apart),
      behind: one(own.behind),
      holds: one(own.holds),
      whose: one(own.whose),
    },
    variants: new Set(languages.flatMap(({ variants }) => variants)),
    speaker: one(language.speaker),
    refers: one(language.refers),
    training: one(language.training),
    /** begins what stands behind a phrase that something is said to be */
    as: new RegExp(`^\\s(?:${escaped(language.as)})\\s`, 'i'),
    forms: Object.entries(language.suggest.forms).map(([form, words]) => ({ form, fits: list(words) })),
    section: one(language.sections),
    sentence: one(language.sentence),
    licenseWords: one(language.licenseWords),
    /** begins what stands between a part and what it is a part of */
    of: new RegExp(`^\\s?(?:${escaped(language.of)})${spaced ? "(?:\\s|(?<='))" : ''}`, 'i'),
    /** where what a phrase describes ends */
    stop: spaced
      ? new RegExp(
          `[;:!?(]|,\\s(?!\\d|(?:${escaped(language.joins)})\\s)|(?:^|\\s)(?:${escaped(language.ends)})\\s`,
          'i',
        )
      : /[，。；：！？,;（(]/,
  }
}

/** A sentence around one of its phrases; the last is remembered, since many wordings are asked of it in a row. */
function aroundPhrases(ends: ReadonlySet<string>): (sentence: string, start: number, end: number) => Marked {
  const known = new Map<string, Marked>()
  let last = ''
  return (sentence, start, end) => {
    if (sentence !== last) known.clear()
    last = sentence
    const place = `${start} ${end}`
    const phrase = end > start ? { phrase: { start, end } } : {}
    const marked = known.get(place) ?? markedOf(sentence, { ...phrase, ends, short: true })
    known.set(place, marked)
    return marked
  }
}
