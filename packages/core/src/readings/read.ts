import * as z from 'zod'
import { invalid } from '../error.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { READINGS } from '../release/limits.ts'
import type { Release } from '../release/release.ts'
import { Reading } from '../report/question.ts'
import { readYaml } from '../text/yaml/read.ts'
import { joined, signOff } from './signoffs.ts'

/** The first key of a file of readings, as it is written. */
export const KIND = 'unwash-readings'

/** A file of readings, YAML or JSON: this, or the list alone. */
const ReadingsFile = z.strictObject({
  kind: z.literal(KIND),
  schemaVersion: z.literal(1),
  release: z.string().exactOptional().describe('what they are of, for whoever opens it; the ids of questions decide'),
  readings: z.array(Reading).max(READINGS),
})

/** what every message ends with */
const TODO = 'a reading has question, answer, quote, by (kind and name) and at'

/** Writes readings as the file that `--readings` takes. */
export const writeReadings = (readings: readonly Reading[], release?: string): string =>
  `${JSON.stringify({ kind: KIND, schemaVersion: 1, ...(release ? { release } : {}), readings }, null, 2)}\n`

/** Reads a file of readings. Throws an UnwashError that names the line of what is missing, unknown or too much. */
export function readReadings(place: string, content: string): readonly Reading[] {
  const yaml = readYaml(content)
  if ('says' in yaml) throw invalid('no YAML or JSON in the readings', `${place}:${yaml.line}`, `${yaml.says}; ${TODO}`)
  const { value, lineOf } = yaml
  const isList = Array.isArray(value)
  const read = ReadingsFile.safeParse(isList ? { kind: KIND, schemaVersion: 1, readings: value } : value)
  if (read.success) return read.data.readings
  const [issue] = read.error.issues
  const path = isList ? (issue?.path.slice(1) ?? []) : (issue?.path ?? [])
  const says = `${path.join('.') || 'the file'}: ${issue?.message ?? 'is not understood'}`
  throw invalid('a reading that does not hold in', `${place}:${lineOf(path)}`, `${says}; ${TODO}`, read.error)
}

/** whether a file is a list of sign-offs, as unwash 0.2 read them: each is a person's reading of a requirement */
const SIGNOFFS = /^\s{0,8}(?:-\s{1,8}|\{\s{0,8}"?)?requirement"?\s{0,4}:/m

/**
 * A release with what others read of it, in a file of its own; a release never reads itself. What was saved with it
 * stays as it was. Throws an UnwashError that names the line of what does not hold.
 */
export function withReadings(
  release: Release,
  place: string,
  content: string,
  knowledge: Pick<Knowledge, 'frameworks'>,
  today: string,
): Release {
  if (SIGNOFFS.test(content)) return signOff(release, place, content, knowledge, today)
  const readings = readReadings(place, content)
  const early = readings.find(({ at }) => at.slice(0, today.length) > today)
  if (early) throw invalid(`a reading dated ${early.at}, after today (${today}), in`, place, 'correct its day')
  return addReadings(release, readings, place)
}

/** A release with further readings, each once. Throws an UnwashError where there are too many. */
export function addReadings(release: Release, more: readonly Reading[], place: string): Release {
  const all = joined(release.readings, more, one => one, { most: READINGS, called: 'readings' }, place)
  return all.length === 0 ? release : { ...release, readings: all }
}
