import type { SortKey } from '../../../store/query.ts'
import { by, fits, type SortedRow } from '../../ordered.ts'

/** What is asked of the table: what must be there, by column, and the order. */
export interface AskedRows {
  readonly filters: ReadonlyMap<string, string>
  readonly sort: SortKey
  readonly descending: boolean
}

/** A table of rows that can be asked; it answers with the places of those that fit, in their order. */
export function tableOf(rows: readonly SortedRow[]): (asked: AskedRows) => readonly number[] {
  return ({ filters, sort, descending }) => {
    const { publisher = '', year, ...query }: Readonly<Record<string, string>> = Object.fromEntries(filters)
    const compare = by(sort, descending)
    return (
      rows
        .map((row, at) => ({ row, at }))
        .filter(({ row }) => fits(row, { ...query, year: year === undefined ? year : Number(year) }))
        // while it is typed, a part of it is enough
        .filter(({ row }) => row.publisher?.toLowerCase().includes(publisher.toLowerCase()) ?? publisher === '')
        .sort((one, other) => compare(one.row, other.row))
        .map(({ at }) => at)
    )
  }
}
