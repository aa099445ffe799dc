import * as z from 'zod'
import { Reading } from '../question-report.ts'

/** The first key of a file of readings, as it is written. */
export const KIND = 'unwash-readings'

/** A file of readings, YAML or JSON: a list of them, or this. */
export const ReadingsFile = z.strictObject({
  kind: z.literal(KIND),
  schemaVersion: z.literal(1),
  /** which release they are of, for whoever opens the file; the ids of the questions decide */
  release: z.string().exactOptional(),
  readings: z.array(Reading).max(1_000),
})
export type ReadingsFile = z.infer<typeof ReadingsFile>

/** Writes readings as the file that `--readings` takes. */
export const writeReadings = (readings: readonly Reading[], release?: string): string =>
  `${JSON.stringify({ kind: KIND, schemaVersion: 1, ...(release ? { release } : {}), readings }, null, 2)}\n`
