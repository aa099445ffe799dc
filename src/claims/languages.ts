import type { ClaimKind, ClaimLanguage, ClaimSubject, NotClaim, Passing } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { asAsked, lazy, once } from '../once.ts'
import { NOT_CLAIMS, PASSING } from '../report/vocabulary.ts'
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
export type Fits = (sentence: string, start: number, end: number) => boolean

/** A language of claims, ready to read with. */
export interface Tongue {
  readonly language: ClaimLanguage
  readonly spaced: boolean
  readonly phrases: readonly Phrase[]
  readonly words: ReadonlySet<string>
  readonly subjects: readonly { readonly subject: ClaimSubject; readonly words: Finder }[]
  readonly predicate: Fits
  readonly ours: Fits
  /** null where the language does not tell what asserts */
  readonly asserts: Fits | null
  readonly not: readonly { readonly because: NotClaim; readonly fits: Fits }[]
  readonly passing: readonly { readonly because: Passing; readonly fits: Fits }[]
  readonly own: {
    readonly links: readonly Finder[]
    readonly opens: Fits
    readonly apart: Finder | null
    readonly behind: Finder | null
    readonly holds: Finder | null
    readonly whose: Finder | null
  }
  readonly variants: ReadonlySet<string>
  readonly speaker: Finder | null
  readonly refers: Finder | null
  readonly training: Finder | null
  /** begins what stands behind a phrase that something is said to be */
  readonly as: RegExp | null
  readonly forms: readonly { readonly form: string; readonly fits: Fits }[]
  readonly section: Finder | null
  readonly sentence: Finder | null
  readonly licenseWords: Finder | null
  /** begins what stands between a part and what it is a part of */
  readonly of: RegExp | null
  /** where what a phrase describes ends */
  readonly stop: RegExp
}

/** The languages of claims of this knowledge, made ready once. */
export const tonguesOf: (knowledge: Knowledge) => readonly Tongue[] = once(({ claims }) =>
  claims.map(language => compile(language, claims)),
)

const SPACED = new Set(['latin', 'cyrillic'])

/** short words are met often */
const often = ({ word, match }: Key): number => (match === 'whole' ? 1 + 10 / word.length : 1)

/** characters say less than words: a few of these are three times as many of those */
const parse = (wording: string, spaced: boolean): Pattern =>
  parsePattern((spaced ? wording : wording.replaceAll('..', '.. .. ..')).replaceAll('{}', '[ … ]'))

function anyOf(wordings: readonly string[], spaced: boolean, { searchOf }: Searches): () => Search {
  return lazy(() => searchOf({ is: 'one-of', parts: wordings.map(one => parse(one, spaced)) }))
}

function compile(language: ClaimLanguage, languages: readonly ClaimLanguage[]): Tongue {
  const spaced = SPACED.has(language.script)
  const all = searches()
  const one = (wordings: readonly string[]): Finder | null =>
    wordings.length === 0 ? null : finderOf(anyOf(wordings, spaced, all))
  const ends = new Set(language.ends)
  const around = aroundPhrases(ends)
  const list = (wordings: readonly string[] = []): Fits => {
    const ofPhrase = wordings.filter(words => /\{\}|\[/.test(words))
    const ofSentence = wordings.filter(words => !ofPhrase.includes(words))
    const framed = ofPhrase.length === 0 ? null : anyOf(ofPhrase, spaced, all)
    const whole = ofSentence.length === 0 ? null : anyOf(ofSentence, spaced, all)
    return (sentence, start, end) =>
      (framed?.().isIn(around(sentence, start, end)) ?? false) || (whole?.().isIn(around(sentence, 0, 0)) ?? false)
  }
  const phrasesOf = ({ phrases }: ClaimLanguage, isSpaced: boolean): readonly Phrase[] =>
    phrases.flatMap(({ says, beside, words }) =>
      words.map(word => {
        const pattern = parse(word, isSpaced)
        const key = rarest(keysOf(pattern, often), often)
        if (key === null) throw new RangeError(`the wording “${word}” has no word that it cannot do without`)
        return { says, beside, key, search: all.searchOf(pattern) }
      }),
    )
  const escaped = (words: readonly string[]) =>
    words.map(text => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '\\0'
  return asAsked<Tongue>({
    language: () => language,
    spaced: () => spaced,
    words: () => new Set(language.words),
    phrases: () => [
      ...phrasesOf(language, spaced),
      // lent words keep their own spelling, whatever script they stand in
      ...languages.filter(({ id }) => language.borrows.includes(id)).flatMap(lent => phrasesOf(lent, true)),
    ],
    subjects: () =>
      Object.entries(language.subjects).map(([subject, words]) => ({
        // the schema lets only subjects be keys
        subject: subject as ClaimSubject,
        words: finderOf(anyOf(words, spaced, all)),
      })),
    predicate: () => list(language.predicate),
    ours: () => list(language.ours),
    asserts: () => (language.asserts.length === 0 ? null : list(language.asserts)),
    not: () =>
      NOT_CLAIMS.filter(because => language.not[because]).map(because => ({
        because,
        fits: list(language.not[because]),
      })),
    passing: () =>
      PASSING.filter(because => language.passing[because]).map(because => ({
        because,
        fits: list(language.passing[because]),
      })),
    own: () => ({
      links: language.own.links.flatMap(words => one([words]) ?? []),
      opens: list(language.own.opens),
      apart: one(language.own.apart),
      behind: one(language.own.behind),
      holds: one(language.own.holds),
      whose: one(language.own.whose),
    }),
    variants: () => new Set(languages.flatMap(({ variants }) => variants)),
    speaker: () => one(language.speaker),
    refers: () => one(language.refers),
    training: () => one(language.training),
    as: () => (language.as.length === 0 ? null : new RegExp(`^\\s(?:${escaped(language.as)})\\s`, 'i')),
    forms: () => Object.entries(language.suggest.forms).map(([form, words]) => ({ form, fits: list(words) })),
    section: () => one(language.sections),
    sentence: () => one(language.sentence),
    licenseWords: () => one(language.licenseWords),
    of: () =>
      language.of.length === 0
        ? null
        : new RegExp(`^\\s?(?:${escaped(language.of)})${spaced ? "(?:\\s|(?<='))" : ''}`, 'i'),
    stop: () =>
      spaced
        ? new RegExp(
            `[;:!?(]|,\\s(?!\\d|(?:${escaped(language.joins)})\\s)|(?:^|\\s)(?:${escaped(language.ends)})\\s`,
            'i',
          )
        : /[，。；：！？,;（(]/,
  })
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
