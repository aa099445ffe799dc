import { DATE, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import type { Column, Value } from '../column.ts'
import { typeOf } from '../ddl.ts'
import type { Ready } from '../pack.ts'
import { TABLES, type TableName } from '../tables.ts'

/** What a database gives back for one row. */
export type DatabaseRow = Readonly<Record<string, Value>>

/** Asks a question and gives its rows, with days and moments as ISO words and whole numbers as numbers. */
export async function readRows(
  connection: DuckDBConnection,
  sql: string,
  values: readonly (string | number)[] = [],
): Promise<readonly DatabaseRow[]> {
  const reader = await connection.runAndReadAll(sql, values.length > 0 ? bound(values) : undefined)
  const names = reader.deduplicatedColumnNames()
  const days = reader.columnTypes().map(type => type.typeId === DATE.typeId)
  return reader
    .getRowsJS()
    .map(row => Object.fromEntries(names.map((name, i) => [name, plainValue(row[i], days[i] === true)])))
}

const bound = (values: readonly (string | number)[]): Record<string, DuckDBValue> =>
  Object.fromEntries(values.map((value, i) => [String(i + 1), value]))

function plainValue(given: unknown, day: boolean): Value {
  if (given === null || given === undefined) return null
  if (typeof given === 'bigint') return Number(given)
  if (given instanceof Date) return day ? given.toISOString().slice(0, 10) : given.toISOString()
  if (given instanceof Uint8Array || typeof given === 'boolean' || typeof given === 'number') return given
  if (Array.isArray(given)) return given.map(String)
  return String(given)
}

/** Inserts rows that are given as one JSON array: the database takes it apart in its own threads. */
export async function insert(connection: DuckDBConnection, name: TableName, rows: string): Promise<void> {
  const types = Object.entries<Column>(TABLES[name].columns).map(([column, of]) => [column, jsonType(of)])
  const shape = JSON.stringify([Object.fromEntries(types)])
  await connection.run(`insert into ${name} select unnest(from_json_strict($1, '${shape}'), max_depth := 2)`, [rows])
}

const jsonType = (column: Column): string | readonly string[] =>
  column.kind === 'texts' ? ['VARCHAR'] : column.kind === 'json' ? 'JSON' : typeOf(column, 'duckdb').toUpperCase()

/** Appends reports and evidence; they are there when the transaction ends. */
export async function appendReports(connection: DuckDBConnection, ready: readonly Ready[]): Promise<void> {
  const appender = await connection.createAppender('reports')
  for (const { id, report, evidence } of ready) {
    appender.appendVarchar(id)
    appender.appendBlob(report)
    if (evidence === null) appender.appendNull()
    else appender.appendBlob(evidence)
    appender.endRow()
  }
  appender.closeSync()
}
