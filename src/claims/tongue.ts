import type { ClaimKind, ClaimLanguage, ClaimSubject, NotClaim } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { NOT_CLAIMS } from '../vocabulary.ts'
import { compileList, compileWords, escaped, type Fits } from './pattern.ts'
import { rarest, type Stems, stemsOf } from './stems.ts'

/** A language of claims, ready to read with. */
export interface Tongue {
  readonly language: ClaimLanguage
  readonly spaced: boolean
  readonly phrases: readonly {
    readonly says: ClaimKind
    readonly pattern: RegExp
    readonly stems: Stems
    readonly beside: boolean
  }[]
  /** whether any phrase can be in a text, in lower case */
  readonly any: RegExp
  readonly words: ReadonlySet<string>
  readonly subjects: readonly { readonly subject: ClaimSubject; readonly pattern: RegExp }[]
  readonly predicate: Fits
  readonly ours: Fits
  /** null where the language does not tell what asserts */
  readonly asserts: Fits | null
  readonly not: readonly { readonly because: NotClaim; readonly fits: Fits }[]
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
  const list = (patterns: readonly string[] | undefined) => compileList(patterns ?? [], spacing)
  const phrases = [
    ...language.phrases.flatMap(({ says, words, beside }) =>
      words.map(word => ({
        says,
        beside,
        pattern: new RegExp(compileWords(word, spacing), 'gi'),
        stems: stemsOf(word, spacing.spaced),
      })),
    ),
    // lent words keep their own spelling, whatever script they stand in
    ...borrowed.flatMap(({ says, words, beside }) =>
      words.map(word => ({
        says,
        beside,
        pattern: new RegExp(compileWords(word, { spaced: true, ends: [] }), 'gi'),
        stems: stemsOf(word, true),
      })),
    ),
  ]
  // of every phrase the letters that rule out most texts; a text without any of them has no claim
  const stems = new Set(phrases.flatMap(phrase => rarest(phrase.stems)))
  return {
    language,
    spaced: spacing.spaced,
    words: new Set(language.words),
    phrases,
    any: new RegExp([...stems].map(escaped).join('|') || '$^'),
    subjects: Object.entries(language.subjects).map(([subject, words]) => ({
      // the schema lets only subjects be keys
      subject: subject as ClaimSubject,
      pattern: one(words, 'gi') ?? NOTHING,
    })),
    predicate: list(language.predicate),
    ours: list(language.ours),
    asserts: language.asserts.length === 0 ? null : list(language.asserts),
    not: NOT_CLAIMS.flatMap(because => (language.not[because] ? [{ because, fits: list(language.not[because]) }] : [])),
    forms: Object.entries(language.suggest.forms).map(([form, patterns]) => ({ form, fits: list(patterns) })),
    section: one(language.sections),
    sentence: one(language.sentence),
    licenseWords: one(language.licenseWords),
    of: language.of.length === 0 ? null : new RegExp(`^\\s?(?:${language.of.map(escaped).join('|')})${spacing.spaced ? "(?:\\s|(?<='))" : ''}`, 'i'),
    stop: spacing.spaced
      ? new RegExp(
          `[;:!?(]|,\\s(?!\\d|(?:${language.joins.join('|') || '\\0'})\\s)|(?:^|\\s)(?:${language.ends.join('|') || '\\0'})\\s`,
          'i',
        )
      : /[，。；：！？,;（(]/,
  }
}

const NOTHING = /$^/g
