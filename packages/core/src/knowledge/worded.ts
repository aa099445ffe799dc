import type { DENIED } from '../report/vocabulary.ts'
import type { ClaimKind, ClaimLanguage, ClaimSubject, NotClaim, Passing } from './claim-language.ts'
import type { HarmlessKind, HarmlessWordings } from './harmless.ts'
import type { ClauseWording, ClauseWordings, Modality } from './schemas/wordings.ts'
import type { Frame } from './wording.ts'

/** The number of a wording among the patterns that the build compiled. */
export type WordLists = number
type Each = readonly WordLists[]

/** A wording with the words of which one must be met before it is worth a search; null where nothing is certain. */
export interface Keyed {
  readonly words: WordLists
  readonly key: WordLists | null
}

/** One wording of a kind of clause, and the frame around its words. */
export interface Worded extends Omit<ClauseWording, Frame | 'unless' | 'found'>, Keyed {
  readonly frame: Frame
  readonly unless?: Each
}

/** The wordings of one kind of clause in one language. */
export interface WordedFile extends Pick<ClauseWordings, 'kind' | 'language'> {
  readonly unless: Each
  readonly marks: Readonly<Record<string, Each>>
  readonly wordings: readonly Worded[]
}

/** How sentences say where models come from; of some marks the words alone are asked. */
export interface WordedOrigins extends WordedFile {
  readonly spelled: Readonly<Record<'stops' | 'and' | 'model', readonly string[]>>
}

/** How a language forbids, narrows, demands, allows and asks for something. */
export interface WordedModality extends Pick<Modality, 'id' | 'small' | 'turns' | 'straight'> {
  readonly frames: Readonly<Partial<Record<Frame, WordLists>>>
  readonly unless: Readonly<Partial<Record<Frame, Each>>>
}

/** Kinds of words that sentences are told harmless by. */
export const MARKED = ['binding', 'topics', 'people', 'links', 'cleared', 'subjects'] as const
export type MarkedKind = (typeof MARKED)[number]

/** Sentences that take nothing, in one language. */
export interface WordedHarmless extends Pick<HarmlessWordings, 'letters' | 'elsewhere' | 'texts'> {
  readonly marks: Readonly<Record<MarkedKind, WordLists>>
  readonly sentences: readonly (Keyed & { readonly is: HarmlessKind })[]
}

/** By which words texts are told to speak of something, by name. */
export interface WordedSigns {
  readonly id: string
  readonly signs: Readonly<Record<string, Keyed>>
}

/** Wordings of which one must fit: anywhere in a sentence, or by where its phrase stands in it. */
export interface Fitting {
  readonly said: WordLists | null
  readonly placed: WordLists | null
}

type Kept = 'id' | 'script' | 'words' | 'ends' | 'joins' | 'of' | 'as' | 'borrows' | 'variants'

/** By which words a release calls itself open in one language; null where the language has none. */
export interface WordedClaims extends Pick<ClaimLanguage, Kept | 'nounsAreCapitalized'> {
  readonly phrases: readonly (Keyed & { readonly says: ClaimKind; readonly beside: boolean })[]
  readonly subjects: Readonly<Partial<Record<ClaimSubject, WordLists>>>
  readonly predicate: Fitting
  readonly ours: Fitting
  readonly asserts: Fitting | null
  readonly not: Readonly<Partial<Record<NotClaim, Fitting>>>
  readonly passing: Readonly<Partial<Record<Passing, Fitting>>>
  readonly denies: Readonly<Partial<Record<(typeof DENIED)[number], WordLists | null>>>
  readonly own: Readonly<Record<'apart' | 'behind' | 'holds' | 'whose', WordLists | null>> & {
    readonly links: Each
    readonly opens: Fitting
  }
  readonly training: WordLists | null
  readonly refers: WordLists | null
  readonly speaker: WordLists | null
  readonly sections: WordLists | null
  readonly sentence: WordLists | null
  readonly licenseWords: WordLists | null
  readonly suggest: Omit<ClaimLanguage['suggest'], 'forms'> & { readonly forms: Readonly<Record<string, Fitting>> }
}
