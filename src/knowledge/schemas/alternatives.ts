import * as z from 'zod'
import { TERMS } from '../../vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'

const term = z.enum(TERMS)

/** A family of models that is open source AI, or near it, for whoever needs another. */
const alternative = z.strictObject({
  publisher: line,
  /** ids at a hub with their parameters in all; null where the name tells them, or nothing does */
  models: z.record(line, z.number().positive().nullable()).refine(all => Object.keys(all).length > 0, 'no model'),
  /** tokens */
  context: z.int().positive().exactOptional(),
  /** their English names, or how many */
  languages: z.union([z.array(line).min(1).readonly(), z.int().positive()]).exactOptional(),
  /** when it came out, as far as is known */
  released: z
    .string()
    .regex(/^20\d\d(?:-[01]\d)?$/, 'a year, or a year and a month')
    .exactOptional(),
  /** whether its training data and training code are given, and who says so */
  given: z
    .strictObject({
      data: z.enum(['released', 'described']).exactOptional(),
      code: z.literal('released').exactOptional(),
      by: line,
    })
    .exactOptional(),
  /** what an audit by this program came to; without one its license in `knowledge/models` is what is known */
  audit: z
    .strictObject({
      /** the repository that was audited */
      of: z.url(),
      revision: line.exactOptional(),
      license: id,
      /** what was proven */
      term,
      ceiling: term,
      /** requirements that a person must judge before the ceiling is reached */
      review: lines,
      on: z.iso.date(),
    })
    .refine(
      audit => TERMS.indexOf(audit.ceiling) <= TERMS.indexOf(audit.term),
      'the ceiling of an audit is at least as open as its term',
    )
    .exactOptional(),
  ...dated,
})
export type KnownAlternative = Readonly<z.infer<typeof alternative>>

/** `knowledge/alternatives/<task>.yml`: what can stand in for a model of a task of `knowledge/tasks.yml`. */
export const alternativesOfTask = z.strictObject({ id, entries: z.array(alternative).min(1).readonly() })

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
