import type { ClaimKind, ClaimLanguage, ClaimSubject, NotClaim, Passing } from '../../knowledge/claim-language.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { asAsked, lazy } from '../../once.ts'
import { NOT_CLAIMS, PASSING } from '../../report/vocabulary.ts'
import { compileLists, compileWords, escaped, type Fits } from './pattern.ts'
import { type Stems, stemsOf } from './stems.ts'

/** Words that claim something, and the letters without which they are not found. */
export interface Phrase {
  readonly says: ClaimKind
  readonly pattern: RegExp
  readonly beside: boolean
  readonly stems: Stems
  /** is told by where a sentence begins or ends */
  readonly anchored: boolean
}

/** A language of claims, ready to read with. */
export interface Tongue {
  readonly language: ClaimLanguage
  readonly spaced: boolean
  readonly phrases: readonly Phrase[]
  readonly words: ReadonlySet<string>
  readonly subjects: readonly { readonly subject: ClaimSubject; readonly pattern: RegExp }[]
  readonly predicate: Fits
  readonly ours: Fits
  /** null where the language does not tell what asserts */
  readonly asserts: Fits | null
  readonly not: readonly { readonly because: NotClaim; readonly fits: Fits }[]
  readonly passing: readonly { readonly because: Passing; readonly fits: Fits }[]
  readonly own: {
    readonly links: readonly RegExp[]
    readonly opens: Fits
    readonly apart: RegExp | null
    readonly behind: RegExp | null
    readonly holds: RegExp | null
    readonly whose: RegExp | null
  }
  readonly variants: ReadonlySet<string>
  readonly speaker: RegExp | null
  readonly refers: RegExp | null
  readonly training: RegExp | null
  /** begins what stands behind a phrase that something is said to be */
  readonly as: RegExp | null
  readonly forms: readonly { readonly form: string; readonly fits: Fits }[]
  readonly section: RegExp | null
  readonly sentence: RegExp | null
  readonly licenseWords: RegExp | null
  /** begins what stands between a part and what it is a part of */
  readonly of: RegExp | null
  /** where what a phrase describes ends */
  readonly stop: RegExp
}

const compiled = new WeakMap<Knowledge, readonly Tongue[]>()

/** The languages of claims of this knowledge, compiled once. */
export function tonguesOf(knowledge: Knowledge): readonly Tongue[] {
  const known = compiled.get(knowledge)
  if (known) return known
  const all = knowledge.claims.map(language => compile(language, knowledge.claims))
  compiled.set(knowledge, all)
  return all
}

const SPACED = new Set(['latin', 'cyrillic'])

function compile(language: ClaimLanguage, languages: readonly ClaimLanguage[]): Tongue {
  const spacing = { spaced: SPACED.has(language.script), ends: language.ends }
  const one = (patterns: readonly string[], flags = 'i') =>
    patterns.length === 0 ? null : new RegExp(patterns.map(words => compileWords(words, spacing)).join('|'), flags)
  const borrowed = language.borrows.flatMap(id => languages.find(other => other.id === id)?.phrases ?? [])
  const reasons = NOT_CLAIMS.filter(because => language.not[because])
  const passing = PASSING.filter(because => language.passing[because])
  const forms = Object.entries(language.suggest.forms)
  const lists = lazy(() =>
    compileLists(
      [
        language.predicate,
        language.ours,
        language.asserts,
        language.own.opens,
        ...reasons.map(because => language.not[because] ?? []),
        ...passing.map(because => language.passing[because] ?? []),
        ...forms.map(([, patterns]) => patterns),
      ],
      spacing,
    ),
  )
  const list = (at: number): Fits => lists()[at] ?? NEVER
  /** where the lists begin that are told by a key */
  const NOT = 4
  const phrases = () => [
    ...language.phrases.flatMap(one => one.words.map(word => ({ ...one, word, spacing }))),
    // lent words keep their own spelling, whatever script they stand in
    ...borrowed.flatMap(one => one.words.map(word => ({ ...one, word, spacing: { spaced: true, ends: [] } }))),
  ]
  return asAsked<Tongue>({
    language: () => language,
    spaced: () => spacing.spaced,
    words: () => new Set(language.words),
    phrases: () =>
      phrases().map(({ says, beside, word, spacing }) =>
        asAsked<Phrase>({
          says: () => says,
          beside: () => beside,
          pattern: () => new RegExp(compileWords(word, spacing), 'gi'),
          stems: () => stemsOf(word, spacing.spaced),
          anchored: () => /[$^]/.test(word),
        }),
      ),
    subjects: () =>
      Object.entries(language.subjects).map(([subject, words]) => ({
        // the schema lets only subjects be keys
        subject: subject as ClaimSubject,
        pattern: one(words, 'gi') ?? NOTHING,
      })),
    predicate: () => list(0),
    ours: () => list(1),
    asserts: () => (language.asserts.length === 0 ? null : list(2)),
    not: () => reasons.map((because, at) => ({ because, fits: list(NOT + at) })),
    passing: () => passing.map((because, at) => ({ because, fits: list(NOT + reasons.length + at) })),
    own: () => ({
      links: language.own.links.flatMap(words => one([words]) ?? []),
      opens: list(3),
      apart: one(language.own.apart),
      behind: one(language.own.behind),
      holds: one(language.own.holds),
      whose: one(language.own.whose),
    }),
    variants: () => new Set(languages.flatMap(({ variants }) => variants)),
    speaker: () => one(language.speaker),
    refers: () => one(language.refers),
    training: () => one(language.training),
    as: () => (language.as.length === 0 ? null : new RegExp(`^\\s(?:${language.as.map(escaped).join('|')})\\s`, 'i')),
    forms: () => forms.map(([form], at) => ({ form, fits: list(NOT + reasons.length + passing.length + at) })),
    section: () => one(language.sections),
    sentence: () => one(language.sentence),
    licenseWords: () => one(language.licenseWords),
    of: () =>
      language.of.length === 0
        ? null
        : new RegExp(`^\\s?(?:${language.of.map(escaped).join('|')})${spacing.spaced ? "(?:\\s|(?<='))" : ''}`, 'i'),
    stop: () =>
      spacing.spaced
        ? new RegExp(
            `[;:!?(]|,\\s(?!\\d|(?:${language.joins.join('|') || '\\0'})\\s)|` +
              `(?:^|\\s)(?:${language.ends.join('|') || '\\0'})\\s`,
            'i',
          )
        : /[，。；：！？,;（(]/,
  })
}

const NOTHING = /$^/g
const NEVER: Fits = () => false
