import type { Column, Kind, Table } from './column.ts'
import { TABLES } from './tables.ts'

/** The databases that a store may be in. */
export type Dialect = 'duckdb' | 'postgres'

const TYPES: Readonly<Record<Kind, Readonly<Record<Dialect, string>>>> = {
  text: { duckdb: 'varchar', postgres: 'text' },
  integer: { duckdb: 'integer', postgres: 'integer' },
  count: { duckdb: 'bigint', postgres: 'bigint' },
  boolean: { duckdb: 'boolean', postgres: 'boolean' },
  day: { duckdb: 'date', postgres: 'date' },
  moment: { duckdb: 'timestamp', postgres: 'timestamptz' },
  texts: { duckdb: 'varchar[]', postgres: 'text[]' },
  // a JSON column of DuckDB checks each value again; what is written is JSON already
  json: { duckdb: 'varchar', postgres: 'jsonb' },
  bytes: { duckdb: 'blob', postgres: 'bytea' },
}

/** The type of a column in a database. */
export const typeOf = ({ kind }: Column, dialect: Dialect): string => TYPES[kind][dialect]

/**
 * The statements that make the tables where they are not there yet. In DuckDB a table has no key: its index would stay
 * in memory, and the one process that may write sees to it that rows are there once.
 */
export function ddlOf(dialect: Dialect): readonly string[] {
  return Object.entries<Table>(TABLES).map(([name, { columns, key }]) => {
    const rows = Object.entries(columns).map(
      ([column, of]) => `${column} ${typeOf(of, dialect)}${of.empty ? '' : ' not null'}`,
    )
    const keys = dialect === 'postgres' ? [`primary key (${key.join(', ')})`] : []
    return `create table if not exists ${name} (${[...rows, ...keys].join(', ')})`
  })
}
