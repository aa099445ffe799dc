import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Report } from '../report.ts'
import { type RowsOfRelease, rowsOf } from './rows.ts'
import type { Kept } from './store.ts'

/** A release ready to be written: its rows, and its report and evidence compressed. */
export interface Packed {
  readonly id: string
  readonly run: string
  readonly target: string
  readonly rows: RowsOfRelease
  readonly report: Uint8Array
  readonly evidence: Uint8Array | null
}

/** Makes a release ready to be written. This is most of the work of keeping it, and may be done in a worker. */
export function pack(kept: Kept, keptOn = new Date().toISOString()): Packed {
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

/** The id of a release in a store: the first 16 hexadecimal digits of a hash of what tells it apart. */
export const releaseId = (run: string, target: string, revision: string | null, knowledge: string): string =>
  createHash('sha256')
    .update([run, target, revision ?? '', knowledge].join('\0'))
    .digest('hex')
    .slice(0, 16)

/** the fastest: a store is written far more often than it is read */
const LEVEL = 1

const compressed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: LEVEL })

/** far more than the largest evidence there can be; stops a crafted store (CWE-409) */
const MOST_BYTES = 512 * 1024 * 1024

/** Reads what `pack` compressed. */
export const unpacked = (bytes: Uint8Array): unknown =>
  JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'))

/** The report that a store holds. */
export const unpackedReport = (bytes: Uint8Array): Report => unpacked(bytes) as Report
