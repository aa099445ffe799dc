import * as z from 'zod'
import { ANSWERS } from '../vocabulary.ts'
import { date, dated, id, line, lines } from './fields.ts'
import type { ComputeFacts, GeneralPurposeRules, Measured } from './knowledge.ts'

/** The shapes of what is measured, counted or given a threshold. */

const share = z.number().min(0).max(1)

/** `knowledge/compute.yml` */
export const compute = z.strictObject({
  ...dated,
  utilization: z.strictObject({ low: share, usual: share, high: share }),
  mostTokens: z.strictObject({ value: z.number().positive(), fact: line, source: line }),
  hardware: z
    .array(
      z.strictObject({
        id,
        names: z.array(line).min(1).readonly(),
        peak: z.number().min(1e12).max(1e17),
        source: line,
      }),
    )
    .min(1)
    .readonly(),
  trained: z
    .array(z.strictObject({ model: line, tokens: z.number().min(1e8).max(1e15), source: line, seenOn: date }))
    .readonly(),
}) satisfies z.ZodType<ComputeFacts>

const threshold = z.strictObject({ value: z.number().positive(), unit: z.enum(['FLOP', 'share']), citation: line })
const appliesOn = z.strictObject({ on: date, citation: line })

/** `knowledge/general-purpose.yml` */
export const generalPurpose = z.strictObject({
  ...dated,
  thresholds: z.strictObject({
    generalPurpose: threshold,
    systemicRisk: threshold,
    modification: threshold,
    tolerance: threshold,
  }),
  dates: z.strictObject({ applies: appliesOn, enforced: appliesOn, earlierModels: appliesOn }),
  tasks: z.strictObject({ general: lines, narrow: lines, other: lines }),
}) satisfies z.ZodType<GeneralPurposeRules>

const count = z.number().int().min(0)

/** `knowledge/measured.yml` */
export const measured = z.strictObject({
  ...dated,
  releases: count,
  requirements: z.record(line, z.partialRecord(z.enum(ANSWERS), count)),
}) satisfies z.ZodType<Measured>
