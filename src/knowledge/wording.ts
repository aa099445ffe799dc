import type { FREEDOMS, REACHES } from '../report/vocabulary.ts'
import type { Dated } from './schemas/fields.ts'

/** How a wording is meant: what a frame of the language puts around its words, and `says` for words as they stand. */
export const FRAMES = ['forbids', 'only', 'requires', 'permits', 'advises', 'says'] as const
export type Frame = (typeof FRAMES)[number]

/** What a clause is that a frame makes. */
export const MODE_OF = {
  forbids: 'ban',
  only: 'grant',
  requires: 'duty',
  permits: 'grant',
  advises: 'plea',
  says: 'grant',
} as const satisfies Record<Frame, Mode>

/** `knowledge/modality/<language>.yml`: how a language forbids, narrows, demands, allows and asks for something. */
export interface Modality extends Dated {
  /** BCP 47 language */
  readonly id: string
  readonly name: string
  /** its commonest words: where those of another language stand out, its wordings are not looked for */
  readonly small: readonly string[]
  /** words that stand in so many sentences that no wording should be looked up by them */
  readonly usual: readonly string[]
  /** words with which something else is said: no gap of a wording goes over them */
  readonly turns: readonly string[]
  /** words in which one of these turns nothing: "but not limited to" */
  readonly straight: readonly string[]
  /** wordings by name, which those of all kinds make use of */
  readonly lists: Lists
  /** the wordings around the words of a kind, which stand at `{}` */
  readonly frames: Readonly<Record<Exclude<Frame, 'says'>, readonly string[]>>
  /** beside one of these, a frame says nothing; `{}` stands for the words of the kind */
  readonly unless: Readonly<Record<string, readonly string[] | undefined>>
}

/** One wording of a kind of clause: one frame, what the clause is, and sentences it must find and leave. */
export interface ClauseWording extends Readonly<Partial<Record<Frame, string | undefined>>> {
  /** what the clause is, where the frame does not say it */
  readonly as?: Mode | undefined
  readonly with?: Readonly<Record<string, unknown>> | undefined
  readonly weighs?: Weight | undefined
  readonly against?: readonly (typeof FREEDOMS)[number][] | undefined
  readonly reaches?: readonly (typeof REACHES)[number][] | undefined
  /** said in the same sentence, this wording does not count */
  readonly unless?: readonly string[] | undefined
  /** the words by which it is looked up, as the build writes them */
  readonly key?: readonly string[] | undefined
  readonly found: readonly (string | { readonly text: string; readonly with: Readonly<Record<string, unknown>> })[]
}

/** `knowledge/wordings/<kind>/<language>.yml`: the wordings of one kind of clause in one language; the first counts. */
export interface ClauseWordings extends Dated {
  readonly kind: string
  readonly language: string
  readonly lists: Lists
  /** said in the same sentence, none of the wordings counts */
  readonly unless: readonly string[]
  /** what else a sentence may say that counts, by name: `read` of the kind asks for it; a list for the wordings too */
  readonly marks: Lists
  readonly wordings: readonly ClauseWording[]
  /** sentences in which none of the wordings counts */
  readonly left: readonly string[]
}

type Lists = Readonly<Record<string, readonly string[]>>
type Mode = (typeof MODES)[number]

export const MODES = ['ban', 'duty', 'grant', 'definition', 'plea'] as const

/** What a clause does to an open source license. */
export const WEIGHTS = ['blocks', 'asks', 'harmless'] as const
export type Weight = (typeof WEIGHTS)[number]

/** The frame of a wording, and the words it stands around. */
export function frameOf(wording: ClauseWording): { frame: Frame; words: string } {
  const frame = FRAMES.find(one => wording[one] !== undefined) ?? 'says'
  return { frame, words: wording[frame] ?? '' }
}

/** One thing that a text may speak of: by language the words that say so, and sentences that say it and do not. */
export type Sign = Readonly<Record<string, readonly string[]>>

/** The words of a sign, of all languages. */
export const wordsOfSign = ({ found: _, left: __, ...words }: Sign): readonly string[] => Object.values(words).flat()
