import * as z from 'zod'
import { ANSWERS } from '../../report/vocabulary.ts'
import { date, dated, id, line, lines } from './fields.ts'

/** The shapes of what is measured, counted or given a threshold. */

const share = z.number().min(0).max(1)

/** `knowledge/compute.yml`: what an estimate of training compute needs beside the words of a release. */
export const compute = z.strictObject({
  ...dated,
  /** part of its peak that hardware is busy with */
  utilization: z.strictObject({ low: share, usual: share, high: share }),
  /** more tokens than any model is known to have been trained on */
  mostTokens: z.strictObject({ value: z.number().positive(), fact: line, source: line }),
  hardware: z
    .array(
      z.strictObject({
        id,
        names: z.array(line).min(1).readonly(),
        /** FLOP per second of dense 16-bit arithmetic */
        peak: z.number().min(1e12).max(1e17),
        source: line,
      }),
    )
    .min(1)
    .readonly(),
  /** tokens that known models were trained on, by their name in `knowledge/models`, and of how many parameters each */
  trained: z
    .array(
      z.strictObject({
        model: line,
        tokens: z.number().min(1e8).max(1e15),
        parameters: z.number().min(1e6).max(1e14).optional(),
        source: line,
        seenOn: date,
      }),
    )
    .readonly(),
})
/** A kind of accelerator. */
export type Hardware = Readonly<z.infer<typeof compute>['hardware'][number]>

const threshold = z.strictObject({ value: z.number().positive(), unit: z.enum(['FLOP', 'share']), citation: line })
const appliesOn = z.strictObject({ on: date, citation: line })

/** `knowledge/general-purpose.yml`: the thresholds and dates of the AI Act for general-purpose AI models. */
export const generalPurpose = z.strictObject({
  ...dated,
  thresholds: z.strictObject({
    generalPurpose: threshold,
    systemicRisk: threshold,
    modification: threshold,
    tolerance: threshold,
  }),
  dates: z.strictObject({ applies: appliesOn, earlierModels: appliesOn }),
  /** tasks as hubs name them, by what they generate */
  tasks: z.strictObject({ general: lines, narrow: lines, other: lines }),
})

const count = z.number().int().min(0)

/**
 * `knowledge/measured.yml`, written by `npm run corpus -- <folder> --write`: how often each requirement got which
 * answer.
 */
export const measured = z.strictObject({
  ...dated,
  releases: count,
  /** by requirement id; of a framework read in several ways by id and reading: `MOF-1 (strict)` */
  requirements: z.record(line, z.partialRecord(z.enum(ANSWERS), count)),
})

const odds = z.number().min(-20).max(20)

/** `knowledge/thresholds.yml`: from which odds on a sentence is believed to take something. */
export const thresholds = z.strictObject({
  ...dated,
  prose: z.strictObject({
    read: z.strictObject({ prose: odds, legal: odds }),
    mayBe: odds,
    believed: z.strictObject({ prose: odds, heading: odds, code: odds }),
    doubted: odds,
    sure: odds,
    form: odds,
  }),
  legal: odds,
})
