import type { DuckDBConnection } from '@duckdb/node-api'
import type { Count } from './census.ts'

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, unknown>>

/** Asks, and gives all rows. */
export async function ask(connection: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS()
}

/** Columns that make a count, over rows of `models` or of what was made of them. */
export const COUNTED = 'count(*) as models, sum(downloads) as downloads, sum(ever) as ever'

/** The same over rows that were counted before. */
export const SUMMED = 'sum(models) as models, sum(downloads) as downloads, sum(ever) as ever'

/** A number of an answer; sums of nothing are nothing. */
export const numberOf = (value: unknown): number => (value === null || value === undefined ? 0 : Number(value))

/** The count in a row. */
export const countOf = (row: Row | undefined): Count => ({
  models: numberOf(row?.models),
  downloads: numberOf(row?.downloads),
  downloadsAllTime: numberOf(row?.ever),
})

/** Words of an answer, of a list that is known. */
export const wordOf = <T extends string>(value: unknown, words: readonly T[], otherwise: T): T =>
  words.find(word => word === value) ?? otherwise
