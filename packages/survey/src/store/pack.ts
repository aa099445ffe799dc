import { gunzipSync, gzipSync } from 'node:zlib'
import { unreadable } from '@unwash/core/error'
import { Report } from '@unwash/core/report/report'
import { sha256 } from '@unwash/sources/hash'
import { type KeptRelease, type RowsOfRelease, rowsOf } from './rows.ts'
import { soundJson } from './sound.ts'
import { OF_A_RELEASE } from './tables.ts'

/** A release with its rows, and its report and evidence compressed. */
interface Packed {
  readonly id: string
  readonly run: string
  readonly target: string
  readonly rows: RowsOfRelease
  readonly report: Uint8Array
  readonly evidence: Uint8Array | null
}

/** The tables whose rows go to a database as JSON. */
export const IN_JSON = OF_A_RELEASE.filter(name => name !== 'reports')
type InJson = (typeof IN_JSON)[number]

/**
 * A release as a database takes it in: for each table its rows as JSON, with a comma between. A few texts go from a
 * thread to another, and into a database, at a small part of what two hundred rows cost.
 */
export interface Ready extends Omit<Packed, 'rows'> {
  readonly rows: Readonly<Record<InJson, string>>
}

/** Packs a release. With `readyOf` this is most of the work of keeping it, and may be done in a thread. */
export function pack(kept: KeptRelease, keptOn = new Date().toISOString()): Packed {
  const { run, target, report, evidence } = kept
  const id = releaseId(run, target, report.release.revision, report.unwash.knowledge)
  return {
    id,
    run,
    target,
    rows: rowsOf(kept, id, keptOn),
    report: compressed(report),
    evidence: evidence === null || evidence === undefined ? null : compressed(evidence),
  }
}

/** Makes a packed release ready to be written. */
export function readyOf({ rows, ...packed }: Packed): Ready {
  const texts = IN_JSON.map(name => [name, soundJson(rows[name]).slice(1, -1)])
  return { ...packed, rows: Object.fromEntries(texts) }
}

/** The rows of a table of many releases as one JSON array; null where there are none. */
export function rowsIn(ready: readonly Ready[], name: InJson): string | null {
  const texts = ready.flatMap(({ rows }) => rows[name] || [])
  return texts.length === 0 ? null : `[${texts.join(',')}]`
}

/** The id of a release in a store: the first 16 hexadecimal digits of a hash of what tells it apart. */
const releaseId = (run: string, target: string, revision: string | null, knowledge: string): string =>
  sha256([run, target, revision ?? '', knowledge].join('\0')).slice(0, 16)

/** the fastest: a store is written far more often than it is read */
const LEVEL = 1

const compressed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: LEVEL })

/** far more than the largest evidence there can be; stops a crafted store (CWE-409) */
const MOST_BYTES = 512 * 1024 * 1024

/** Reads what `pack` compressed. */
export const unpacked = (bytes: Uint8Array): unknown =>
  JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'))

/** The report that a store keeps under a name. Throws an UnwashError where it is none that this unwash shows. */
export function unpackedReport(bytes: Uint8Array, name: string, by: string): Report {
  const read = Report.safeParse(unpacked(bytes))
  if (read.success) return read.data
  const at = read.error.issues[0]?.path.join('.') || 'its shape'
  const todo = `unwash ${by} kept it, and ${at} is not as this one writes it; survey it again`
  throw unreadable('a report that cannot be shown is kept of', name, todo, read.error)
}
