import type { Column, Kind, Table } from './column.ts'
import { TABLES } from './tables.ts'

/** The databases that a store may be in. */
type Dialect = 'duckdb' | 'postgres'

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

/** Whether rows of a table are parts of a release, written and deleted with it. */
export const isPart = ({ key }: Pick<Table, 'key'>): boolean => key.length > 1 && key.includes('release')

/**
 * The statements that make the tables where they are not there yet. In DuckDB a table has no key: its index would stay
 * in memory, and the one process that may write sees to it that rows are there once. In PostgreSQL the key of the
 * release does that for its parts too: an index of their own keys was a third of the database and half of the writing.
 */
export function ddlOf(dialect: Dialect): readonly string[] {
  return Object.entries<Table>(TABLES).map(([name, { columns, key }]) => {
    const rows = Object.entries(columns).map(
      ([column, of]) => `${column} ${typeOf(of, dialect)}${of.empty ? '' : ' not null'}`,
    )
    const keys = dialect === 'postgres' && !isPart({ key }) ? [`primary key (${key.join(', ')})`] : []
    return `create table if not exists ${name} (${[...rows, ...keys].join(', ')})`
  })
}
