import * as z from 'zod'
import { TERMS, type TermId } from '../vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'
import type { Dated } from './knowledge.ts'

/** `knowledge/alternatives/<id>.yml`: a release that is open source AI, or near it, for whoever needs another. */
export interface KnownAlternative extends Dated {
  readonly id: string
  readonly name: string
  readonly publisher: string
  /** id of its task in `knowledge/tasks.yml` */
  readonly task: string
  readonly languages: readonly string[]
  readonly year: number
  /** its sizes; parameters in all, null where they are not known here */
  readonly models: readonly { readonly id: string; readonly parameters: number | null }[]
  /** what is given beside the weights */
  readonly open: readonly string[]
  /** what one gives up, as against releases of its day */
  readonly givesUp: string
  /** why it falls short of open source AI, of one that is near */
  readonly nearMiss?: string
  /** what an audit by this program came to; null where there was none, and it is never suggested */
  readonly audit: RecordedAudit | null
}

/** What an audit came to, so that a later one can be compared with it. */
export interface RecordedAudit {
  /** the repository that was audited: an address */
  readonly of: string
  readonly revision: string | null
  /** what was proven */
  readonly term: TermId
  /** what it may be if what is unknown turns out well */
  readonly ceiling: TermId
  /** requirements that a person must judge before the ceiling is reached; where there are none, more than a person's word is missing */
  readonly review: readonly string[]
  readonly on: string
}

/** `knowledge/tasks.yml`: what models are for, in groups within which one can stand for another. The first that fits counts. */
export interface Tasks extends Dated {
  readonly tasks: readonly Task[]
}

/** A group of tasks. */
export interface Task {
  readonly id: string
  /** in a sentence: "text generation" */
  readonly name: string
  readonly modality: 'text' | 'code' | 'image' | 'video' | 'audio' | 'several'
  /** tasks as hubs name them */
  readonly hub: readonly string[]
  /** words of a model's name that tell it, lower case; a task with `named` is told by its hub task only together with one */
  readonly names: readonly string[]
  readonly named: boolean
  /** words of an introduction that tell it */
  readonly words: readonly string[]
  /** ends of architectures' names in a configuration */
  readonly architectures: readonly string[]
  /** ids of other groups whose models can do the same, less directly */
  readonly near: readonly string[]
}

const term = z.enum(TERMS)

/** The shape of a file of `knowledge/alternatives`. */
export const knownAlternative: z.ZodType<KnownAlternative> = z.strictObject({
  id,
  name: line,
  publisher: line,
  task: id,
  languages: lines,
  year: z.int().min(2015).max(2100),
  models: z
    .array(z.strictObject({ id: line, parameters: z.number().positive().nullable() }))
    .min(1)
    .readonly(),
  open: lines,
  givesUp: line,
  nearMiss: line.exactOptional(),
  audit: z
    .strictObject({
      of: z.url(),
      revision: line.nullable().default(null),
      term,
      ceiling: term,
      review: lines,
      on: z.iso.date(),
    })
    .refine(
      audit => TERMS.indexOf(audit.ceiling) <= TERMS.indexOf(audit.term),
      'the ceiling of an audit is at least as open as its term',
    )
    .nullable(),
  ...dated,
})

/** The shape of `knowledge/tasks.yml`. */
export const tasks: z.ZodType<Tasks> = z.strictObject({
  ...dated,
  tasks: z
    .array(
      z.strictObject({
        id,
        name: line,
        modality: z.enum(['text', 'code', 'image', 'video', 'audio', 'several']),
        hub: lines,
        names: lines,
        named: z.boolean().default(false),
        words: lines,
        architectures: lines,
        near: lines,
      }),
    )
    .min(1)
    .readonly(),
})
