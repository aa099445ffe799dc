import type { Report } from '../report.ts'
import type { Dialect } from './ddl.ts'
import type { Ready } from './lines/index.ts'
import type { Query } from './query.ts'
import type { ReleaseRow } from './tables.ts'

/** One survey: the same source judged with the same knowledge is the same run, and is resumed. */
export interface Run {
  readonly id: string
  /** an ISO moment */
  readonly startedAt: string
  readonly unwash: string
  readonly knowledge: string
  readonly source: string
}

/** What the list of a survey says of a target, where it says it. */
export interface Facts {
  readonly downloads?: number | null
  readonly likes?: number | null
  /** an ISO day or moment */
  readonly createdAt?: string | null
  readonly publisherKind?: PublisherKind
}

/** What is known of the account that publishes a release; only organizations are ever named. */
export const PUBLISHER_KINDS = ['organization', 'person', 'unknown'] as const
export type PublisherKind = (typeof PUBLISHER_KINDS)[number]

/** A release that was read, to be kept. */
export interface Kept {
  readonly run: string
  readonly target: string
  readonly report: Report
  /** evidence as it is saved; null where it is not kept */
  readonly evidence: unknown
  readonly facts: Facts
}

/** Why a target could not be read. */
export const FAILURES = ['unreadable', 'time', 'memory', 'bug', 'lost'] as const
export interface Failure {
  readonly kind: (typeof FAILURES)[number]
  readonly message: string
}

/** Rows of the explore table: a page of them, and how many there are in all. */
export interface Found {
  readonly rows: readonly ReleaseRow[]
  readonly total: number
}

/** Where surveys are kept. What a call has resolved is kept, whatever happens then. */
export interface Store {
  readonly dialect: Dialect
  /** Begins a run, or goes on with it. */
  begin(run: Run): Promise<void>
  /** Targets of a run that are done or failed, or only those that are done. */
  settled(run: string, which?: 'done or failed' | 'done'): Promise<ReadonlySet<string>>
  /** Keeps a release. The same target, revision and knowledge in the same run are kept once. */
  put(kept: Kept): Promise<void>
  /** Keeps many at once, all or none; each was made ready for the store's dialect. */
  putAll(ready: readonly Ready[]): Promise<void>
  fail(run: string, target: string, failure: Failure): Promise<void>
  find(query: Query): Promise<Found>
  /** The newest report of a release by its name or target, with its evidence. */
  report(
    name: string,
    revision?: string,
  ): Promise<{ readonly report: Report; readonly evidence: unknown; readonly keptOn: string } | null>
  close(): Promise<void>
}
