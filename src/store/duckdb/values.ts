import {
  DATE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBTimestampValue,
  type DuckDBValue,
  LIST,
  VARCHAR,
} from '@duckdb/node-api'
import type { Column, Kinds, Table, Value } from '../column.ts'

/** What a database gives back for one row. */
export type Answer = Readonly<Record<string, Value>>

/** Asks a question and gives its rows, with days and moments as ISO words and whole numbers as numbers. */
export async function read(
  connection: DuckDBConnection,
  sql: string,
  values: readonly (string | number)[] = [],
): Promise<readonly Answer[]> {
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

const TEXTS = LIST(VARCHAR)
const DAY = 86_400_000

type Append = { readonly [K in keyof Kinds]: (appender: DuckDBAppender, value: Kinds[K]) => void }

const APPEND: Append = {
  text: (appender, value) => appender.appendVarchar(value),
  json: (appender, value) => appender.appendVarchar(value),
  integer: (appender, value) => appender.appendInteger(value),
  count: (appender, value) => appender.appendBigInt(BigInt(Math.trunc(value))),
  boolean: (appender, value) => appender.appendBoolean(value),
  day: (appender, value) => appender.appendDate(new DuckDBDateValue(Math.floor(Date.parse(value) / DAY))),
  moment: (appender, value) => appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Date.parse(value)) * 1000n)),
  texts: (appender, value) => appender.appendList(value, TEXTS),
  bytes: (appender, value) => appender.appendBlob(value),
}

/** Appends rows to a table; they are there when the transaction ends. */
export async function append(
  connection: DuckDBConnection,
  name: string,
  { columns }: Table,
  rows: readonly Answer[],
): Promise<void> {
  if (rows.length === 0) return
  const each = Object.entries(columns)
  const appender = await connection.createAppender(name)
  for (const row of rows) {
    for (const [column, of] of each) appendValue(appender, of, row[column] ?? null)
    appender.endRow()
  }
  appender.closeSync()
}

function appendValue(appender: DuckDBAppender, { kind }: Column, value: Value): void {
  if (value === null) appender.appendNull()
  else APPEND[kind](appender, value as never)
}
