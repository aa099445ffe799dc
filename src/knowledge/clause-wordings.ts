import * as z from 'zod'
import { FREEDOMS, REACHES } from '../vocabulary.ts'
import type { Dated } from './knowledge.ts'

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

const MODES = ['ban', 'duty', 'grant', 'definition', 'plea'] as const

/** What a clause does to an open source license. */
export const WEIGHTS = ['blocks', 'asks', 'harmless'] as const
export type Weight = (typeof WEIGHTS)[number]

const line = z.string().trim().min(1).max(2_500)
const lines = z.array(line).min(1).readonly()
const some = z.array(line).readonly().default([])
const language = z.string().regex(/^[a-z]{2}$/, 'a language is two letters: en, zh')
const lists = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), lines).default({})
const dated = { source: line, seenOn: z.iso.date() }
const parameters = z.record(z.string(), z.unknown())

/** The shape of a file of modality. */
export const modality = z.strictObject({
  id: language,
  name: line,
  ...dated,
  small: some,
  turns: some,
  straight: some,
  lists,
  frames: z.strictObject({ forbids: lines, only: lines, requires: lines, permits: lines, advises: lines }),
  unless: z
    .strictObject({
      forbids: lines.optional(),
      only: lines.optional(),
      requires: lines.optional(),
      permits: lines.optional(),
      advises: lines.optional(),
    })
    .default({}),
}) satisfies z.ZodType<Modality>

/** The shape of a file of wordings of a kind of clause. */
export const clauseWordings = z.strictObject({
  kind: line,
  language,
  ...dated,
  lists,
  unless: some,
  marks: z.record(z.string().regex(/^[a-z][a-z0-9 -]*$/), lines).default({}),
  wordings: z
    .array(
      z
        .strictObject({
          forbids: line.optional(),
          only: line.optional(),
          requires: line.optional(),
          permits: line.optional(),
          advises: line.optional(),
          says: line.optional(),
          as: z.enum(MODES).optional(),
          with: parameters.optional(),
          weighs: z.enum(WEIGHTS).optional(),
          against: z.array(z.enum(FREEDOMS)).readonly().optional(),
          reaches: z.array(z.enum(REACHES)).readonly().optional(),
          unless: lines.optional(),
          found: z
            .array(z.union([line, z.strictObject({ text: line, with: parameters })]))
            .min(1)
            .readonly(),
        })
        .refine(wording => FRAMES.filter(frame => frame in wording).length === 1, `has one of ${FRAMES.join(', ')}`),
    )
    .min(1)
    .readonly(),
  left: some,
}) satisfies z.ZodType<ClauseWordings>

/** The frame of a wording, and the words it stands around. */
export function frameOf(wording: ClauseWording): { frame: Frame; words: string } {
  const frame = FRAMES.find(one => wording[one] !== undefined) ?? 'says'
  return { frame, words: wording[frame] ?? '' }
}
