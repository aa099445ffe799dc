import type { ClaimKind, ClaimLanguage } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { lazy, once } from '../once.ts'
import { CLAIM_SUBJECTS, NOT_CLAIMS, PASSING } from '../report/vocabulary.ts'
import { type Key, keysOf, rarest } from '../wordings/keys.ts'
import { type Finder, finderOf, type Marked, markedOf } from '../wordings/marked.ts'
import { type Pattern, parsePattern } from '../wordings/pattern.ts'
import { type Search, type Searches, searches } from '../wordings/search.ts'

/** Words that claim something. */
export interface Phrase {
  readonly says: ClaimKind
  readonly beside: boolean
  /** of one of these there must be one in its sentence */
  readonly key: readonly Key[]
  readonly search: Search
}

/** Whether one of some wordings fits a phrase in its sentence. */
type Fits = (sentence: string, start: number, end: number) => boolean

/** A language of claims, ready to read with. */
export type Tongue = ReturnType<typeof compile>

/** The languages of claims of this knowledge, made ready once. */
export const tonguesOf: (knowledge: Knowledge) => readonly Tongue[] = once(({ claims }) => {
  const { searchOf } = searches()
  const phrases = new Map(claims.map(language => [language.id, phrasesOf(language, searchOf)]))
  return claims.map(language => compile(language, claims, phrases))
})

const SPACED = new Set(['latin', 'cyrillic'])

/** characters say less than words: a few of these are three times as many of those */
const parse = (wording: string, spaced: boolean): Pattern =>
  parsePattern((spaced ? wording : wording.replaceAll('..', '.. .. ..')).replaceAll('{}', '[ … ]'))

/** how often a small word of the language is met, by any measure, and others by their letters */
const SMALL = 1_000

function phrasesOf(
  { phrases, script, words: small }: ClaimLanguage,
  searchOf: Searches['searchOf'],
): readonly Phrase[] {
  const often = ({ word, match }: Key): number =>
    small.includes(word) || word.startsWith('{') ? SMALL : match === 'whole' ? 1 + 10 / word.length : 1
  return phrases.flatMap(({ says, beside, words }) =>
    words.map(word => {
      const pattern = parse(word, SPACED.has(script))
      const key = rarest(keysOf(pattern, often), often)
      if (key === null) throw new RangeError(`the wording “${word}” has no word that it cannot do without`)
      return { says, beside, key, search: searchOf(pattern) }
    }),
  )
}

/** The words before and behind which something ends, in a regular expression. */
const escaped = (words: readonly string[]): string =>
  words.map(text => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '\\0'

function compile(
  language: ClaimLanguage,
  languages: readonly ClaimLanguage[],
  phrases: ReadonlyMap<string, readonly Phrase[]>,
) {
  const spaced = SPACED.has(language.script)
  const { searchOf } = searches()
  const anyOf = (wordings: readonly string[]): (() => Search) =>
    lazy(() => searchOf({ is: 'one-of', parts: wordings.map(one => parse(one, spaced)) }))
  const one = (wordings: readonly string[]): Finder | null => (wordings.length === 0 ? null : finderOf(anyOf(wordings)))
  const around = aroundPhrases(new Set(language.ends))
  const list = (wordings: readonly string[] = []): Fits => {
    const isOfPhrase = (words: string): boolean => /\{\}|\[/.test(words)
    const ofPhrase = anyOf(wordings.filter(isOfPhrase))
    const apart = wordings.filter(words => !isOfPhrase(words))
    const ofSentence = anyOf(apart)
    // what is said anywhere in a sentence is looked for once, whatever phrases it has
    let last = { sentence: '', holds: false }
    const isSaid = (sentence: string): boolean => {
      if (apart.length > 0 && last.sentence !== sentence)
        last = { sentence, holds: ofSentence().isIn(around(sentence, 0, 0)) }
      return last.holds
    }
    return (sentence, start, end) => isSaid(sentence) || ofPhrase().isIn(around(sentence, start, end))
  }
  const reasons = <Reason extends string>(
    all: readonly Reason[],
    wordings: Readonly<Partial<Record<Reason, readonly string[] | undefined>>>,
  ) => all.flatMap(because => (wordings[because] ? [{ because, fits: list(wordings[because]) }] : []))
  const { own } = language
  return {
    language,
    spaced,
    words: new Set(language.words),
    phrases: new Set([language.id, ...language.borrows].flatMap(id => phrases.get(id) ?? [])),
    subjects: CLAIM_SUBJECTS.flatMap(subject => {
      const words = one(language.subjects[subject] ?? [])
      return words === null ? [] : [{ subject, words }]
    }),
    predicate: list(language.predicate),
    ours: list(language.ours),
    /** null where the language does not tell what asserts */
    asserts: language.asserts.length === 0 ? null : list(language.asserts),
    not: reasons(NOT_CLAIMS, language.not),
    passing: reasons(PASSING, language.passing),
    own: {
      links: own.links.flatMap(words => one([words]) ?? []),
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
