import type { ReleaseRow } from '../../../store/tables.ts'

/** What a row of the table is sorted and filtered by in the page. It stands in the row, as JSON. */
export interface SortedRow {
  readonly name: string
  readonly publisher: string
  readonly term: string
  readonly class: string
  readonly ladder: string
  /** how its claims were checked: supported, contradicted, undetermined; empty where it makes none */
  readonly contradicted: number
  readonly claims: number
  readonly year: string
  readonly kept: string
}

/** The part of a row that the script of the page needs. */
export const sortedRow = (row: ReleaseRow): SortedRow => ({
  name: row.name,
  publisher: row.publisher ?? '',
  term: row.term,
  class: row.license_class,
  ladder: row.data_ladder,
  contradicted: row.contradicted,
  claims: row.claims,
  year: row.created_on?.slice(0, 4) ?? '',
  kept: row.kept_on,
})
