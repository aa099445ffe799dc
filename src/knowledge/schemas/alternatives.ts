import * as z from 'zod'
import { TERMS } from '../../vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'

const term = z.enum(TERMS)

/** `knowledge/alternatives/<id>.yml`: a release that is open source AI, or near it, for whoever needs another. */
export const knownAlternative = z.strictObject({
  id,
  name: line,
  publisher: line,
  /** id of its task in `knowledge/tasks.yml` */
  task: id,
  languages: lines,
  year: z.int().min(2015).max(2100),
  /** its sizes; parameters in all, null where they are not known here */
  models: z
    .array(z.strictObject({ id: line, parameters: z.number().positive().nullable() }))
    .min(1)
    .readonly(),
  /** what is given beside the weights */
  open: lines,
  /** what one gives up, as against releases of its day */
  givesUp: line,
  /** why it falls short of open source AI, of one that is near */
  nearMiss: line.exactOptional(),
  /** what an audit by this program came to; null where there was none, and it is never suggested */
  audit: z
    .strictObject({
      /** the repository that was audited */
      of: z.url(),
      revision: line.nullable().default(null),
      /** what was proven */
      term,
      ceiling: term,
      /**
       * requirements that a person must judge before the ceiling is reached; with none, more than a person's word is
       * missing
       */
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

export type KnownAlternative = Readonly<z.infer<typeof knownAlternative>>
/** What an audit came to, so that a later one can be compared with it. */
export type RecordedAudit = NonNullable<KnownAlternative['audit']>

/**
 * `knowledge/tasks.yml`: what models are for, in groups within which one can stand for another. The first that fits
 * counts.
 */
export const tasks = z.strictObject({
  ...dated,
  tasks: z
    .array(
      z.strictObject({
        id,
        /** in a sentence: "text generation" */
        name: line,
        modality: z.enum(['text', 'code', 'image', 'video', 'audio', 'several']),
        /** tasks as hubs name them */
        hub: lines,
        /**
         * words of a model's name that tell it, lower case; with `named` its hub task tells it only together with one
         */
        names: lines,
        named: z.boolean().default(false),
        /** words of an introduction that tell it */
        words: lines,
        /** ends of architectures' names in a configuration */
        architectures: lines,
        /** ids of other groups whose models can do the same, less directly */
        near: lines,
      }),
    )
    .min(1)
    .readonly(),
})
/** A group of tasks. */
export type Task = Readonly<z.infer<typeof tasks>['tasks'][number]>
