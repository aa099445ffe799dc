import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { firstLine, invalid, UnwashError, unreadable } from '@unwash/core/error'
import { foundAt, namesInFolder } from '@unwash/sources/files/disk'
import type { Table } from './store/column.ts'
import type { DuckdbStore } from './store/duckdb/index.ts'
import { TABLES, type TableName } from './store/tables.ts'

/** tables that are the store's own, or of bytes that no table program reads */
const OWN: readonly TableName[] = ['about', 'reports']

/** Tables that are exported. */
export const EXPORTED = Object.keys(TABLES).filter(name => !OWN.some(own => own === name))

/** Columns that name an account or a release of it, or hold its words. */
const NAMING: Partial<Readonly<Record<TableName, readonly string[]>>> = {
  releases: ['target', 'name', 'publisher'],
  terms: ['model'],
  claims: ['says'],
  conflicts: ['because'],
  lineage: ['model'],
  failures: ['target', 'message'],
}

/**
 * Writes each table as Parquet and CSV into a folder, all of them or none; the files' paths are given back. Accounts
 * that are not known to be an organization's may be a person's: their releases are counted and not named.
 * @param organizations accounts, in lower case, that may be named as a base or a target
 */
export async function exportTables(
  store: DuckdbStore,
  folder: string,
  organizations: readonly string[],
): Promise<readonly string[]> {
  const there = await namesInFolder(folder)
  if (there.length > 0) throw invalid('something is in the folder already:', folder, 'name a new folder')
  if (foundAt(folder)?.isFile()) throw invalid('a file is at', folder, 'name a new folder')
  const parent = dirname(resolve(folder))
  await mkdir(parent, { recursive: true })
  const beside = await mkdtemp(join(parent, '.unwash-export-'))
  try {
    const files: string[] = []
    for (const name of EXPORTED) {
      const rows = unnamed(name, organizations)
      for (const [ending, how, as] of FORMATS) {
        const file = `${name}.${ending}`
        await store.ask(`copy (${as(name, rows)}) to '${join(beside, file).replaceAll("'", "''")}' (${how})`)
        files.push(file)
      }
    }
    await rm(folder, { recursive: true, force: true })
    await rename(beside, folder)
    return files.map(file => join(folder, file))
  } catch (cause) {
    await rm(beside, { recursive: true, force: true })
    if (cause instanceof UnwashError) throw cause
    throw unreadable(
      'the tables cannot be written to',
      folder,
      `see that there is room (${firstLine(cause, 120)})`,
      cause,
    )
  }
}

/** The rows of a table, with no word that names an account which may be a person's. */
function unnamed(table: string, organizations: readonly string[]): string {
  const columns = Object.entries(NAMING).find(([name]) => name === table)?.[1] ?? []
  const known = `(${["''", ...organizations.map(account => `'${account.replaceAll("'", "''")}'`)].join(', ')})`
  const named = {
    releases: "publisher_kind = 'organization'",
    lineage: `lower(split_part(model, '/', 1)) in ${known}`,
    failures: `lower(split_part(regexp_replace(target, '^hf:', ''), '/', 1)) in ${known}`,
  }[table]
  const rule = named ?? "release in (select id from releases where publisher_kind = 'organization')"
  const replaced = columns.map(column => `case when ${rule} then ${column} else 'not named' end as ${column}`)
  return `select *${replaced.length > 0 ? ` replace (${replaced.join(', ')})` : ''} from ${table}`
}

/** how a cell begins that table programs take for a formula (CWE-1236), in both widths */
const FORMULA = '^[=+\\-@＝＋－＠\\t\\r\\n]'

/** The same rows as cells that nothing computes: a mark that table programs do not show stands before a formula. */
function asCells(table: string, rows: string): string {
  const columns = Object.entries<Table>(TABLES).find(([name]) => name === table)?.[1].columns ?? {}
  const texts = Object.entries(columns).flatMap(([name, { kind }]) => (kind === 'text' ? [name] : []))
  const marked = texts.map(
    name => `case when regexp_matches(${name}, '${FORMULA}') then '''' || ${name} else ${name} end as ${name}`,
  )
  return marked.length === 0 ? rows : `select * replace (${marked.join(', ')}) from (${rows})`
}

const FORMATS = [
  ['parquet', 'format parquet, compression zstd', (_: string, rows: string) => rows],
  ['csv', 'format csv, header true', asCells],
] as const
