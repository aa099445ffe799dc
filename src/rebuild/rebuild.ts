import * as z from 'zod'
import { Citation, Note } from '../report.ts'
import { DATA_OBTAINABLE, PRESENCES } from '../vocabulary.ts'

/** What a rebuild of a model needs beside each of its data sources, in the order it is needed. */
export const NEEDS = [
  'training-data',
  'data-preprocessing-code',
  'base-model',
  'model-architecture',
  'training-code',
  'training-configuration',
  'seeds',
  'dependencies',
  'hardware',
  'hardware-hours',
  'intermediate-checkpoints',
  'training-logs',
  'evaluation-code',
  'evaluation-data',
] as const
export type NeedId = (typeof NEEDS)[number]

const cited = z.array(Citation).min(1)

/** Something that a rebuild needs, and whether it is there. */
export const Need = z.strictObject({
  id: z.enum(NEEDS),
  presence: z.enum(PRESENCES),
  says: z.string(),
  cited,
})
export type Need = z.infer<typeof Need>

/** Whether a source of data can still be had: it is here, by a dated fact, or nobody looked. */
export const OBTAINABLE = ['here', ...DATA_OBTAINABLE, 'not-looked'] as const

/** One source of training data. */
export const DataSource = z.strictObject({
  name: z.string(),
  stage: z.string().nullable().describe('of the training; null where not said'),
  where: z.string().nullable().describe('null where it is only named'),
  size: z.string().nullable().describe('as its sentence says, or of the files here'),
  license: z.string().describe('an id, NONE or NOASSERTION'),
  revision: z.string().nullable().describe('null where no state of it is named'),
  obtainable: z.enum(OBTAINABLE),
  cited,
})
export type DataSource = z.infer<typeof DataSource>

const range = { low: z.number(), high: z.number(), says: z.string() }

/** What training a model took: operations, hours and what those cost to rent; each null where nothing tells. */
export const Effort = z.strictObject({
  model: z.string(),
  operations: z
    .strictObject({ ...range, how: z.string() })
    .nullable()
    .describe('in FLOP'),
  hours: z
    .strictObject({ ...range, hardware: z.string(), stated: z.boolean() })
    .nullable()
    .describe('of one device'),
  cost: z
    .strictObject({ ...range, currency: z.string(), how: z.string() })
    .nullable()
    .describe('rough; of one run'),
  lacks: z.string().nullable().describe('what is missing for an estimate'),
  cited,
})
export type Effort = z.infer<typeof Effort>

/** A published score, and whether it can be checked by others. */
export const Score = z.strictObject({
  benchmark: z.string(),
  value: z.string().nullable().describe('as it stands there; null where it stands among those of several models'),
  model: z.string().nullable(),
  data: z.strictObject({ is: z.enum(['public', 'gated', 'withheld', 'unknown']), where: z.string().nullable(), cited }),
  code: z.strictObject({ is: z.enum(['released', 'named', 'linked', 'absent', 'unknown']), cited }),
  checkable: z.enum(['yes', 'no', 'unknown']),
  because: z.string(),
  cited,
})
export type Score = z.infer<typeof Score>

/** What `unwash rebuild` prints as JSON: what a rebuild needs, what is there, and what is missing. */
export const Rebuild = z.strictObject({
  schemaVersion: z.literal(1),
  unwash: z.strictObject({ version: z.string(), knowledge: z.string().describe('date of the newest fact') }),
  readAsOf: z.string(),
  release: z.strictObject({
    name: z.string(),
    publisher: z.string().nullable(),
    source: z.string(),
    revision: z.string().nullable(),
    place: z.string(),
    complete: z.boolean(),
  }),
  needs: z.array(Need),
  data: z.array(DataSource),
  effort: z.array(Effort).describe('for each model'),
  scores: z.array(Score),
  missing: z.array(z.enum(NEEDS)).describe('needs that were looked for in vain'),
  notes: z.array(Note),
})
export type Rebuild = z.infer<typeof Rebuild>
