import type { ClaimLanguage } from '@unwash/core/knowledge/claim-language'
import type { HarmlessWordings } from '@unwash/core/knowledge/harmless'
import type { AllFolders } from '@unwash/core/knowledge/schemas/index'
import type { ClauseWordings, Modality } from '@unwash/core/knowledge/schemas/wordings'
import {
  type Fitting,
  type Keyed,
  MARKED,
  type WordedClaims,
  type WordedFile,
  type WordedHarmless,
  type WordedModality,
  type WordedOrigins,
  type WordedSigns,
  type WordLists,
} from '@unwash/core/knowledge/worded'
import { FRAMES, frameOf, wordsOfSign } from '@unwash/core/knowledge/wording'
import { simplified } from '@unwash/core/text/simplified'
import { type Compiler, compiler } from '@unwash/core/wordings/compile'
import { keysOf, type Often, rarest } from '@unwash/core/wordings/keys'
import { type Lists, type Pattern, parsePattern } from '@unwash/core/wordings/pattern'
import { KnowledgeError } from './parse.ts'

/** Compiles the wordings of files, each part once. One that cannot be read throws a KnowledgeError that names it. */
export function wordingCompiler(modalities: readonly Modality[]) {
  const compiled: Compiler = compiler()
  const languages: ReadonlyMap<string, Language> = new Map(
    modalities.map(modality => [modality.id, languageOf(modality)]),
  )

  return { patterns, modality, clauses, origins, harmless, signs, claims }

  /** All patterns that were compiled. */
  function patterns(): Uint8Array {
    return compiled.bytes()
  }

  /** The frames of a language. */
  function modality(modality: Modality): WordedModality {
    const { id, small, turns, straight, frames, unless } = modality
    const lists = languages.get(id)?.lists
    const compile = (words: string): WordLists => number(`modality/${id}.yml`, words, lists)
    const each = <To>(
      all: Readonly<Record<string, readonly string[] | undefined>>,
      to: (words: readonly string[]) => To,
    ) => Object.fromEntries(FRAMES.flatMap(frame => (all[frame] === undefined ? [] : [[frame, to(all[frame])]])))
    return {
      id,
      small,
      turns,
      straight,
      frames: each(frames, words => compile(words.join('|'))),
      unless: each(unless, words => words.map(compile)),
    }
  }

  /** The wordings of one kind of clause, or of what is told as clauses are. */
  function clauses(file: ClauseWordings, path: string): WordedFile {
    const { kind, language: id, marks, unless, wordings } = file
    const language = languages.get(id) ?? NO_LANGUAGE
    const own = simplifiedLists({ ...marks, ...file.lists })
    const all = (words: readonly string[]) => words.map(one => number(path, one, own, language.lists))
    return {
      kind,
      language: id,
      unless: all(unless),
      marks: Object.fromEntries(Object.entries(marks).map(([name, words]) => [name, all(words)])),
      wordings: wordings.map(({ unless, found: _, ...wording }) => {
        const { frame, words } = frameOf(wording)
        const { [frame]: __, ...rest } = wording
        const pattern = parsed(path, simplified(words), own, language.lists)
        const key = keyOf(pattern, language.often)
        if (key === null) throw new KnowledgeError(path, `the wording “${words}” has no word that it cannot do without`)
        return {
          ...rest,
          frame,
          words: compiled.numberOf(pattern),
          key,
          ...(unless ? { unless: all(unless) } : {}),
        }
      }),
    }
  }

  /** How sentences say which model another was made from. */
  function origins(file: ClauseWordings, path: string): WordedOrigins {
    const { stops = [], and = [], model = [] } = file.marks
    return { ...clauses(file, path), spelled: { stops, and, model } }
  }

  /** Sentences that take nothing. */
  function harmless(language: HarmlessWordings): WordedHarmless {
    const { id, letters, elsewhere, texts, sentences } = language
    const path = `harmless/${id}.yml`
    const lists = simplifiedLists(language.lists)
    return {
      letters,
      elsewhere,
      texts,
      marks: Object.fromEntries(
        MARKED.map(kind => [kind, number(path, language[kind].join('|') || NEVER, lists)]),
      ) as WordedHarmless['marks'],
      sentences: sentences.flatMap(({ is, words }) =>
        words.map(one => ({ is, ...keyedIn(path, simplified(one), oftenInTerms, lists) })),
      ),
    }
  }

  /** By which words texts are told to speak of something. */
  function signs({ id, lists, signs }: AllFolders['signs'][number]): WordedSigns {
    const keyed = (words: readonly string[]) => keyedIn(`signs/${id}.yml`, words.join('|'), oftenInSigns, lists)
    return {
      id,
      signs: Object.fromEntries(Object.entries(signs).map(([name, sign]) => [name, keyed(wordsOfSign(sign))])),
    }
  }

  /** By which words a release calls itself open. */
  function claims(language: ClaimLanguage): WordedClaims {
    const { id, script, words: small, ends, joins, of, as, borrows, variants, nounsAreCapitalized } = language
    const path = `claims/${id}.yml`
    const wide = script === 'latin' || script === 'cyrillic' ? (words: string) => words : withWiderGaps
    const parse = (words: string) => parsed(path, wide(words).replaceAll('{}', '[ … ]'))
    const anyOf = (all: readonly string[] = []): WordLists | null =>
      all.length === 0 ? null : compiled.numberOf({ is: 'one-of', parts: all.map(parse) })
    const fitting = (all: readonly string[] = []): Fitting => ({
      said: anyOf(all.filter(words => !OF_PHRASE.test(words))),
      placed: anyOf(all.filter(words => OF_PHRASE.test(words))),
    })
    const each = <To>(
      all: Readonly<Record<string, readonly string[] | undefined>>,
      to: (words?: readonly string[]) => To,
    ) => Object.fromEntries(Object.entries(all).map(([name, words]) => [name, to(words)]))
    const often: Often = ({ word, match }) =>
      small.includes(word) || STANDS_FOR_MANY.test(word) ? USUAL : match === 'whole' ? 1 + 10 / word.length : 1
    const { own, suggest } = language
    return {
      id,
      script,
      words: small,
      ends,
      joins,
      of,
      as,
      borrows,
      variants,
      ...(nounsAreCapitalized ? { nounsAreCapitalized } : {}),
      phrases: language.phrases.flatMap(({ says, beside, words }) =>
        words.map(one => {
          const pattern = parse(one)
          const key = keyOf(pattern, often)
          if (key === null) throw new KnowledgeError(path, `the wording “${one}” has no word that it cannot do without`)
          return { says, beside, words: compiled.numberOf(pattern), key }
        }),
      ),
      subjects: each(language.subjects, anyOf) as WordedClaims['subjects'],
      predicate: fitting(language.predicate),
      ours: fitting(language.ours),
      asserts: language.asserts.length === 0 ? null : fitting(language.asserts),
      not: each(language.not, fitting),
      passing: each(language.passing, fitting),
      denies: each(language.denies, anyOf),
      own: {
        links: own.links.map(parse).map(pattern => compiled.numberOf(pattern)),
        opens: fitting(own.opens),
        apart: anyOf(own.apart),
        behind: anyOf(own.behind),
        holds: anyOf(own.holds),
        whose: anyOf(own.whose),
      },
      training: anyOf(language.training),
      refers: anyOf(language.refers),
      speaker: anyOf(language.speaker),
      sections: anyOf(language.sections),
      sentence: anyOf(language.sentence),
      licenseWords: anyOf(language.licenseWords),
      suggest: { ...suggest, forms: each(suggest.forms, fitting) },
    }
  }

  function keyedIn(path: string, words: string, often: Often, lists: Lists): Keyed {
    const pattern = parsed(path, words, lists)
    return { words: compiled.numberOf(pattern), key: keyOf(pattern, often) }
  }

  /** The words of which one must be met, the rarest there are; null where nothing is certain. */
  function keyOf(pattern: Pattern, often: Often): WordLists | null {
    const key = rarest(keysOf(pattern, often), often)
    return key && compiled.numberOf({ is: 'one-of', parts: key.map(one => ({ is: 'word', ...one })) })
  }

  function number(path: string, words: string, own?: Lists, shared?: Lists): WordLists {
    return compiled.numberOf(parsed(path, simplified(words), own, shared))
  }

  function parsed(path: string, words: string, own?: Lists, shared?: Lists): Pattern {
    try {
      return parsePattern(words, own, shared)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new KnowledgeError(path, error.message)
    }
  }
}

/** a pattern that no sentence is */
const NEVER = '{}'
/** what is looked at by the place of its phrase */
const OF_PHRASE = /\{\}|\[/
/** characters say less than words: a few of these are three times as many of those */
const withWiderGaps = (words: string): string => words.replaceAll('..', '.. .. ..')

/** What is said in one language. */
interface Language {
  readonly lists: Lists
  readonly often: Often
}

/** as the text they are looked for in: traditional Chinese letters, which Japanese has too, in their simplified form */
const simplifiedLists = (lists: Lists): Lists =>
  Object.fromEntries(Object.entries(lists).map(([name, all]) => [name, all.map(simplified)]))

/** what stands for more than one word is in many sentences, and none should be looked up by it */
const STANDS_FOR_MANY = /^\{/
/** as often as a usual word is met, beside one that is not */
const USUAL = 1_000

/** How often words of a language are met, by what its modality calls usual; else long ones are met less often. */
function oftenIn(usual: readonly string[]): Often {
  const known = new Set(usual)
  return ({ word, match }) => {
    if (known.has(word) || STANDS_FOR_MANY.test(word)) return USUAL
    return match === 'whole' ? 1 + 10 / Math.max(1, word.length) : 1
  }
}

const languageOf = ({ lists, usual }: Modality): Language => ({ lists: simplifiedLists(lists), often: oftenIn(usual) })
const NO_LANGUAGE: Language = { lists: {}, often: oftenIn([]) }

/** short words are met often */
const oftenInTerms: Often = ({ word, match }) => (match === 'whole' ? 1 + 20 / Math.max(1, word.length) ** 2 : 2)

/** long words are met less often, and what stands for many words is met often */
const oftenInSigns: Often = ({ word }) => (STANDS_FOR_MANY.test(word) ? USUAL : 1 + 10 / word.length)
