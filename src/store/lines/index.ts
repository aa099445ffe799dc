import type { Column, Table, Value } from '../column.ts'
import type { Dialect } from '../ddl.ts'
import type { Packed } from '../pack.ts'
import { OF_A_RELEASE, TABLES } from '../tables.ts'
import { duckdbLines } from './duckdb.ts'
import { postgresLines } from './postgres.ts'

/** The tables whose rows go to a database as text. */
export const IN_LINES = OF_A_RELEASE.filter(name => name !== 'reports')
export type InLines = (typeof IN_LINES)[number]

/**
 * A release as its database takes it in: for each table one text with all its rows. A few texts go from a thread to
 * another, and into a database, at a small part of what two hundred rows cost.
 */
export interface Ready {
  readonly id: string
  readonly run: string
  readonly target: string
  readonly lines: Readonly<Record<InLines, string>>
  readonly report: Uint8Array
  readonly evidence: Uint8Array | null
}

/** How a database wants its rows written. */
export interface LineFormat {
  /** stands between two columns, and between two rows */
  readonly between: { readonly columns: string; readonly rows: string }
  /** a value as text; null is a value too */
  write(value: Value, column: Column): string
}

const FORMATS: Readonly<Record<Dialect, LineFormat>> = { duckdb: duckdbLines, postgres: postgresLines }

/** Makes a packed release ready for a database. This is most of the work of writing it, and may be done in a thread. */
export function readyFor(dialect: Dialect, { id, run, target, rows, report, evidence }: Packed): Ready {
  const format = FORMATS[dialect]
  const lines = Object.fromEntries(IN_LINES.map(name => [name, linesOf(rows[name], TABLES[name], format)]))
  return { id, run, target, lines: lines as Ready['lines'], report, evidence }
}

type Row = Readonly<Record<string, Value>>

/** Rows of a table as text, without a separator at the end. */
export function linesOf(rows: readonly Row[], { columns }: Table, format: LineFormat): string {
  const each = Object.entries(columns)
  const line = (row: Row) =>
    each.map(([name, column]) => format.write(row[name] ?? null, column)).join(format.between.columns)
  return rows.map(line).join(format.between.rows)
}

/** The rows of a table of many releases, as one text; empty where there are none. */
export const joined = (ready: readonly Ready[], name: InLines, dialect: Dialect): string =>
  ready.flatMap(({ lines }) => lines[name] || []).join(FORMATS[dialect].between.rows)
