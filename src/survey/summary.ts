import type { DuckdbStore } from '../store/duckdb/index.ts'
import { TERMS } from '../vocabulary.ts'

/** What a run has come to, in numbers. */
export interface Summary {
  readonly releases: number
  readonly failed: number
  /** releases by their honest term, the most open first */
  readonly terms: Readonly<Record<string, number>>
  readonly claims: { readonly supported: number; readonly contradicted: number; readonly undetermined: number }
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
    `select checked, count(*) as count from claims join releases on releases.id = claims.release
      where run = $1 group by checked`,
    [run],
  )
  const of = (rows: typeof terms, column: string, value: string) =>
    Number(rows.find(row => row[column] === value)?.count ?? 0)
  return {
    releases: Number(one?.releases ?? 0),
    failed: Number(one?.failed ?? 0),
    terms: Object.fromEntries(TERMS.map(term => [term, of(terms, 'term', term)])),
    claims: {
      supported: of(claims, 'checked', 'supported'),
      contradicted: of(claims, 'checked', 'contradicted'),
      undetermined: of(claims, 'checked', 'undetermined'),
    },
    conflicts: Number(one?.conflicts ?? 0),
  }
}
