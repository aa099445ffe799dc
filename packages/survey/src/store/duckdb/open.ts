import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { firstLine, invalid, messageOf, notFound, UnwashError, unreadable } from '@unwash/core/error'
import { foundAt } from '@unwash/sources/files/disk'
import { ddlOf } from '../ddl.ts'
import { BUSY } from '../store.ts'
import { SCHEMA } from '../tables.ts'
import { readRows } from './values.ts'

/** How a store in a file is opened. */
export interface DuckdbOptions {
  /** nothing is written, and a file must be there */
  readonly readOnly?: boolean | undefined
  /** megabytes that the database may use; a survey needs no more than the default */
  readonly memory?: number | undefined
  readonly threads?: number | undefined
  /** the version of unwash, written into a new store */
  readonly unwash: string
}

/** A database that is open, and how to close it. */
interface Opened {
  readonly instance: DuckDBInstance
  readonly connection: DuckDBConnection
}

/** enough for the largest batch and the sorting of reports; more spills to disk */
const MEMORY = 512
const THREADS = 2

/**
 * Rows that are written together to disk. A row of `reports` is some 25 KB, and with the usual 122,880 of them every
 * checkpoint would write gigabytes again.
 */
const ROW_GROUP = 2_048

/** what is committed and not yet in its final place; also a bound of the memory it takes */
const WRITE_AHEAD = '64MB'

/** Opens a database file with a store's tables, and makes them in a new one. Throws an UnwashError where it is none. */
export async function openFile(path: string, options: DuckdbOptions): Promise<Opened> {
  const there = foundAt(path)
  if (there?.isDirectory()) throw invalid('a folder is at', path, 'name a file for the store, such as x.duckdb')
  if (there === null && options.readOnly) throw notFound('no store is at', path, 'make one with unwash survey')
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${options.memory ?? MEMORY}MB`,
    threads: String(options.threads ?? THREADS),
    temp_directory: `${path}.tmp`,
    checkpoint_threshold: WRITE_AHEAD,
    // nothing is fetched from the network
    autoinstall_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    const how = options.readOnly ? 'read_only' : `row_group_size ${ROW_GROUP}`
    await connection.run(`attach '${path.replaceAll("'", "''")}' as store (type duckdb, ${how})`).catch(cause => {
      throw notOpened(path, cause)
    })
    await connection.run('use store')
    await checkTables(connection, path, options)
    return { instance, connection }
  } catch (error) {
    connection.closeSync()
    instance.closeSync()
    throw error
  }
}

async function checkTables(connection: DuckDBConnection, path: string, { readOnly, unwash }: DuckdbOptions) {
  const tables = await readRows(connection, "select table_name from duckdb_tables() where database_name = 'store'")
  const names = tables.map(({ table_name }) => table_name)
  if (names.length === 0 && !readOnly) return makeTables(connection, unwash)
  if (!names.includes('about')) throw isNoStore(path)
  const [about] = await readRows(connection, 'select * from about').catch(() => [])
  if (typeof about?.schema !== 'number') throw isNoStore(path)
  if (about.schema > SCHEMA) {
    const versions = `its tables are of version ${about.schema}, and this unwash knows ${SCHEMA}`
    throw unreadable('a newer unwash wrote the store', path, `${versions}; update unwash, or name another file`)
  }
  // of another number below: there is none yet
  if (about.schema < SCHEMA) throw isNoStore(path)
}

async function makeTables(connection: DuckDBConnection, unwash: string) {
  await connection.run('begin')
  for (const statement of ddlOf('duckdb')) await connection.run(statement)
  await connection.run('insert into about values ($1, $2)', [SCHEMA, unwash])
  await connection.run('commit')
}

const isNoStore = (path: string) => unreadable('a database that is no store of unwash is at', path, 'name another file')

function notOpened(path: string, cause: unknown): UnwashError {
  const says = messageOf(cause)
  const trouble = troubleWith(path, cause)
  if (trouble instanceof UnwashError) return trouble
  if (/could not set lock|conflicting lock/i.test(says)) {
    return unreadable(BUSY, path, 'wait until it ends, or name another file', cause)
  }
  const todo = `see that it may be read and written (${firstLine(cause)})`
  return unreadable('the store cannot be opened', path, todo, cause)
}

const NO_ROOM = /no space left|disk quota|file too large|could not (?:write|sync|truncate|create)|failed to write/i
const DAMAGED = /corrupt|checksum|deserializ|serialization error|not a valid DuckDB|magic|enough bytes|invalidated/i
const NO_TABLE = /table with name \w+ does not exist/i
const NO_MEMORY = /out of memory|failed to allocate/i

/** Trouble with the file of a store, as a sentence for who can mend it; anything else stays what it is. */
export function troubleWith(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof UnwashError) return cause
  const { message: says } = cause
  if (NO_ROOM.test(says)) {
    const todo = `see that there is room on its disk, and that it may be written (${firstLine(cause)})`
    return unreadable('the store cannot be written', path, todo, cause)
  }
  if (DAMAGED.test(says) || NO_TABLE.test(says)) {
    return unreadable('no store, or a damaged one, is at', path, 'name another file, or a copy', cause)
  }
  if (NO_MEMORY.test(says)) {
    return unreadable('there was not enough memory for the store', path, 'ask less at once', cause)
  }
  return cause
}
