import * as z from 'zod'
import type { Dated } from './knowledge.ts'

/** `knowledge/benchmarks.yml`: tests that models are scored on, and public programs that run them. */
export interface Benchmarks extends Dated {
  readonly benchmarks: readonly Benchmark[]
  readonly programs: readonly EvaluationProgram[]
}

/** A test that models are scored on. */
export interface Benchmark {
  readonly name: string
  /** other names; compared without case, spaces and punctuation */
  readonly names: readonly string[]
  /** ids of its data on a hub, lower case; `*` stands for any characters */
  readonly ids: readonly string[]
  /** whether anyone can have the questions and the answers: yes, after agreeing to terms, or some are kept back */
  readonly data: 'public' | 'gated' | 'withheld'
  /** address, without scheme */
  readonly where: string
  /** what it is about: programs run the benchmarks of a field */
  readonly field: string
  /** a word of everyday language too: a benchmark only as it is written here */
  readonly word: boolean
  /** what else a score hangs on */
  readonly graded?: 'model' | 'people'
}

/** A public program that runs benchmarks. */
export interface EvaluationProgram {
  readonly name: string
  /** words by which a document or a requirements file names it */
  readonly names: readonly string[]
  readonly address: string
  readonly license: string
  /** fields and benchmarks that it runs */
  readonly fields: readonly string[]
  readonly benchmarks: readonly string[]
}

/** `knowledge/hardware-costs.yml`: what an hour of a device costs to rent; rough. */
export interface HardwareCosts extends Dated {
  readonly currency: string
  /** id of the device that operations are counted in where a release names none */
  readonly reference: string
  readonly hours: readonly { readonly hardware: string; readonly low: number; readonly high: number }[]
}

const line = z.string().trim().min(1).max(400)
const id = z.string().regex(/^[a-z0-9][a-z0-9.+-]*$/, 'an id is lower case: letters, digits, dots, hyphens')

/** The shape of `benchmarks.yml`. */
export const benchmarks = z.strictObject({
  source: line,
  seenOn: z.iso.date(),
  benchmarks: z
    .array(
      z.strictObject({
        name: line,
        names: z.array(line).readonly().default([]),
        ids: z.array(line.toLowerCase()).readonly().default([]),
        data: z.enum(['public', 'gated', 'withheld']),
        where: line.regex(/^(?!https?:)\S+$/, 'an address has no scheme and no spaces'),
        field: line,
        word: z.boolean().default(false),
        graded: z.enum(['model', 'people']).exactOptional(),
      }),
    )
    .min(1)
    .readonly(),
  programs: z
    .array(
      z.strictObject({
        name: line,
        names: z.array(line).min(1).readonly(),
        address: line,
        license: line,
        fields: z.array(line).readonly().default([]),
        benchmarks: z.array(line).readonly().default([]),
      }),
    )
    .min(1)
    .readonly(),
}) satisfies z.ZodType<Benchmarks>

/** The shape of `hardware-costs.yml`. */
export const costs = z.strictObject({
  source: line,
  seenOn: z.iso.date(),
  currency: line,
  reference: id,
  hours: z
    .array(
      z
        .strictObject({ hardware: id, low: z.number().positive(), high: z.number().positive() })
        .refine(({ low, high }) => low <= high, 'the low price is above the high one'),
    )
    .min(1)
    .readonly(),
}) satisfies z.ZodType<HardwareCosts>
