import * as z from 'zod'
import { TERMS } from '../../report/vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'

const term = z.enum(TERMS)

/** What is known of a model beside its size, for a comparison with another. */
const facts = {
  /** tokens */
  context: z.int().positive().exactOptional(),
  /** their English names, or how many */
  languages: z.union([z.array(line).min(1).readonly(), z.int().positive()]).exactOptional(),
  /** when it came out, as far as is known */
  released: z
    .string()
    .regex(/^20\d\d(?:-[01]\d)?$/, 'a year, or a year and a month')
    .exactOptional(),
  /** that it is tuned to be talked with, or that it is not, where its name does not tell */
  tuned: z.boolean().exactOptional(),
  /** what it can do that not all of its task can: "reading images" */
  does: z.array(line).min(1).readonly().exactOptional(),
  ...dated,
}

/** A family of models that is open source AI, or near it, for whoever needs another. */
const alternative = z.strictObject({
  publisher: line,
  /** ids at a hub with their parameters in all; null where the name tells them, or nothing does */
  models: z.record(line, z.number().positive().nullable()).refine(all => Object.keys(all).length > 0, 'no model'),
  /** ids of other tasks that it does as well */
  also: z.array(id).readonly().exactOptional(),
  /** whether its training data and training code are given, and who says so */
  given: z
    .strictObject({
      data: z.enum(['released', 'described']).exactOptional(),
      code: z.literal('released').exactOptional(),
      by: line,
    })
    .exactOptional(),
  /** its license as its own page has it, where `knowledge/models` does not have it */
  license: id.exactOptional(),
  /** what an audit by this program came to */
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
  ...facts,
})
export type KnownAlternative = Readonly<z.infer<typeof alternative>>

/** A line of models that others are sought for. */
const sought = z.strictObject({
  /** words that stand in their names one after the other; the longest that fits counts */
  named: z.array(line).min(1).readonly(),
  /** in all, where the name does not tell */
  parameters: z.number().positive().exactOptional(),
  ...facts,
})
/** What is known of a model that another is sought for. */
export type KnownSought = Readonly<z.infer<typeof sought>>

/** `knowledge/alternatives/<task>.yml`: what can stand in for a model of a task of `knowledge/tasks.yml`. */
export const alternativesOfTask = z.strictObject({
  id,
  sought: z.array(sought).readonly().exactOptional(),
  entries: z.array(alternative).readonly(),
})

/**
 * `knowledge/tasks.yml`: what models are for, in groups within which one can stand for another. The first that fits
 * counts.
 */
export const tasks = z.strictObject({
  ...dated,
  /** within which models are alike: how many times smaller and larger, months older, and languages that are few */
  alike: z.strictObject({
    smaller: z.number().gt(1),
    larger: z.number().gt(1),
    months: z.int().positive(),
    few: z.int().positive(),
    /** how many times smaller than the largest is far, where nobody knows the size sought */
    far: z.number().gt(1),
  }),
  tasks: z
    .array(
      z.strictObject({
        id,
        /** in a sentence: "text generation" */
        name: line,
        /** tasks as hubs name them */
        hub: lines,
        /**
         * words of a model's name that tell it, lower case; with `named` its hub task tells it only together with one
         */
        names: lines,
        named: z.boolean().default(false),
        /** whether some of its models are tuned to be talked with, and some are not */
        talks: z.boolean().default(false),
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
/** Within which bounds models are alike. */
export type Alike = Readonly<z.infer<typeof tasks>['alike']>
/** A group of tasks. */
export type Task = Readonly<z.infer<typeof tasks>['tasks'][number]>
