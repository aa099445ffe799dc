import { TERMS } from '@unwash/core/report/vocabulary'
import type { DuckdbStore } from './store/duckdb/index.ts'
import { STANDS } from './store/query.ts'

/** What a run has come to, in numbers. */
export interface Summary {
  readonly releases: number
  readonly failed: number
  /** releases by their honest term, the most open first */
  readonly terms: Readonly<Record<string, number>>
  /** `tooFar`: contradicted as far as they go beyond the weights; they are not in `contradicted` */
  readonly claims: Readonly<Record<'supported' | 'contradicted' | 'tooFar' | 'undetermined', number>>
  readonly conflicts: number
}

/** Counts what a store holds of a run. */
export async function summaryOf(store: DuckdbStore, run: string): Promise<Summary> {
  const [one] = await store.ask(
    `select (select count(*) from releases where run = $1) as releases,
      (select count(*) from failures where run = $1) as failed,
      (select coalesce(sum(conflicts), 0) from releases where run = $1) as conflicts`,
    [run],
  )
  const terms = await store.ask('select term, count(*) as count from releases where run = $1 group by term', [run])
  const claims = await store.ask(
    `select ${STANDS} as stands, count(*) as count from claims c join releases on releases.id = c.release
      where run = $1 group by 1`,
    [run],
  )
  const of = (rows: typeof terms, column: string, value: string) =>
    Number(rows.find(row => row[column] === value)?.count ?? 0)
  return {
    releases: Number(one?.releases ?? 0),
    failed: Number(one?.failed ?? 0),
    terms: Object.fromEntries(TERMS.map(term => [term, of(terms, 'term', term)])),
    claims: {
      supported: of(claims, 'stands', 'supported'),
      contradicted: of(claims, 'stands', 'contradicted'),
      tooFar: of(claims, 'stands', 'goes too far'),
      undetermined: of(claims, 'stands', 'undetermined'),
    },
    conflicts: Number(one?.conflicts ?? 0),
  }
}
