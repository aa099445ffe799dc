import type { Report } from '@unwash/core/report/report'
import { TERMS } from '@unwash/core/report/vocabulary'
import { STAND_TOGETHER, type StandTogether } from '@unwash/reporters/words/checks'
import type { Ready } from './pack.ts'
import type { Query } from './query.ts'
import type { KeptRelease } from './rows.ts'
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

/** Reasons for which a target may not be read. */
export const FAILURES = ['unreadable', 'time', 'memory', 'bug', 'lost'] as const
/** Why a target could not be read. */
export interface Failure {
  readonly kind: (typeof FAILURES)[number]
  readonly message: string
}

/** A release as the explore table shows it, with what other tables say of it. */
export interface FoundRow extends ReleaseRow {
  /** the kinds of its claims and how those of each stand: `open-source:goes too far,open-data:supported` */
  readonly said: string
  /** how they stand together: as the worst of them */
  readonly claims_stand: StandTogether
  /** the licenses of the weights that are named and were read, by id or name; all is not concluded from them */
  readonly named_license: string
  /** the names of its models */
  readonly model_names: string
  /** the terms of its models, each with how many have it: `open-weights-ai:6,weights-available-ai:2` */
  readonly model_terms: string
  /** claims that are contradicted, without those that go too far */
  readonly contradicted: number
  /** claims that are true of the weights and not of the system */
  readonly goes_too_far: number
}

/** How many models have each of the terms, the most open first. */
export const tallyTerms = (models: readonly { readonly term: string }[]): string =>
  TERMS.flatMap(id => {
    const those = models.filter(({ term }) => term === id).length
    return those > 0 ? [`${id}:${those}`] : []
  }).join(',')

/** what is wrong with a file that another process writes, or reads while it is to be written */
export const BUSY = 'another process has the store open'

/** Rows of the explore table: a page of them, and how many there are in all. */
interface Found {
  readonly rows: readonly FoundRow[]
  readonly total: number
}

/** Releases that are the same in what is counted of them. */
export interface Tally {
  readonly term: string
  readonly license_class: string
  readonly data_ladder: string
  /** in which they were put there; null where that is not known */
  readonly year: number | null
  /** how the claims of each stand together */
  readonly claims: StandTogether
  readonly releases: number
}

/** A row of an answer as a tally; its claims are a place in `STAND_TOGETHER`. */
export const tallyRow = (row: Readonly<Record<string, unknown>>): Tally => ({
  term: String(row.term),
  license_class: String(row.license_class),
  data_ladder: String(row.data_ladder),
  year: row.year === null || row.year === undefined ? null : Number(row.year),
  claims: STAND_TOGETHER[Number(row.claims)] ?? 'none',
  releases: Number(row.releases),
})

/** Where surveys are kept. What a call has resolved is kept, whatever happens then. */
export interface Store {
  /** Begins a run, or goes on with it. */
  begin(run: Run): Promise<void>
  /** Targets of a run that are done or failed, or only those that are done. */
  settled(run: string, which?: 'done or failed' | 'done'): Promise<ReadonlySet<string>>
  /** Keeps a release. The same target, revision and knowledge in the same run are kept once. */
  put(kept: KeptRelease): Promise<void>
  /** Keeps many at once, all or none. */
  putAll(ready: readonly Ready[]): Promise<void>
  fail(run: string, target: string, failure: Failure): Promise<void>
  find(query: Query): Promise<Found>
  /** How all that fits spreads, whatever its page and order. */
  tally(query: Query): Promise<readonly Tally[]>
  /** The newest report of a release by its name or target, with its evidence. */
  report(
    name: string,
    revision?: string,
  ): Promise<{ readonly report: Report; readonly evidence: unknown; readonly keptOn: string } | null>
  close(): Promise<void>
}
