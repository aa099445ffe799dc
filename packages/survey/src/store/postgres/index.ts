import { firstLine, invalid, notFound, UnwashError, unreadable } from '@unwash/core/error'
import pg, { type ClientBase, type PoolClient } from 'pg'
import type { Table } from '../column.ts'
import { ddlOf, isPart } from '../ddl.ts'
import { IN_JSON, pack, type Ready, readyOf, rowsIn } from '../pack.ts'
import { readingBy } from '../reading.ts'
import { sound } from '../sound.ts'
import type { Failure, Run, Store } from '../store.ts'
import { OF_A_RELEASE, SCHEMA, TABLES } from '../tables.ts'

/** How a store in PostgreSQL is opened. */
interface PostgresOptions {
  /** nothing is made where no store is there */
  readonly readOnly?: boolean | undefined
  /** connections at most */
  readonly connections?: number | undefined
  /** the version of unwash, written into a new store */
  readonly unwash: string
}

/** the schema that the tables are in: a database may hold other things */
const PLACE = 'unwash'

/** milliseconds until a server that does not answer is given up */
const CONNECT_PATIENCE = 10_000

/** any two numbers that every unwash has in common: who makes the tables holds a lock on them */
const MAKING = [1_970_561_400, 1]

/** Connects to a database with a store's tables, and makes them in a new one. Throws an UnwashError where it cannot. */
async function connect(address: string, options: PostgresOptions): Promise<pg.Pool> {
  checkAddress(address)
  const pool = new pg.Pool({
    connectionString: address,
    max: options.connections ?? 4,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    application_name: 'unwash',
    options: `-c search_path=${PLACE},public -c timezone=UTC`,
    types: { getTypeParser: parserOf },
    // a connection that is lost is made again with the next question
    keepAlive: true,
  })
  pool.on('error', () => {})
  pool.on('connect', client => {
    client.on('error', () => {})
  })
  try {
    await checkTables(pool, address, options)
    return pool
  } catch (cause) {
    await pool.end()
    throw cause instanceof UnwashError ? cause : notOpened(address, cause)
  }
}

/** The address of a database without its password, to be shown. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 60)
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

/** Throws an UnwashError where an address is none of PostgreSQL. */
function checkAddress(address: string): void {
  if (URL.canParse(address) && /^postgres(?:ql)?:$/.test(new URL(address).protocol)) return
  throw invalid('no database is at', shownAddress(address), 'give it as postgres://user@host:5432/name')
}

async function checkTables(pool: pg.Pool, address: string, { readOnly, unwash }: PostgresOptions): Promise<void> {
  const there = await pool.query<{ name: string | null }>(`select to_regclass('${PLACE}.about')::text as name`)
  if (there.rows[0]?.name === null) {
    if (readOnly) throw notFound('no store is in', shownAddress(address), 'make one with unwash survey start')
    await makeTables(pool, unwash)
  }
  const about = await pool.query<{ schema: number }>(`select max(schema)::integer as schema from ${PLACE}.about`)
  const schema = about.rows[0]?.schema ?? 0
  if (schema > SCHEMA) {
    const versions = `its tables are of version ${schema}, and this unwash knows ${SCHEMA}`
    throw unreadable('a newer unwash wrote the store in', shownAddress(address), `${versions}; update unwash`)
  }
}

async function makeTables(pool: pg.Pool, unwash: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1, $2)', MAKING)
    await client.query(`create schema if not exists ${PLACE}`)
    await client.query(`set local search_path to ${PLACE}`)
    for (const statement of ddlOf('postgres')) await client.query(statement)
    for (const statement of BESIDES) await client.query(statement)
    await client.query('insert into about (schema, unwash) values ($1, $2) on conflict do nothing', [SCHEMA, unwash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** what is looked up besides the keys, and what is compressed already */
const BESIDES = [
  'create index if not exists releases_of_run on releases (run, target)',
  'create index if not exists releases_by_name on releases (name, kept_on desc)',
  ...Object.entries<Table>(TABLES).flatMap(([name, table]) =>
    isPart(table) ? [`create index if not exists ${name}_of_release on ${name} (release)`] : [],
  ),
  'alter table reports alter report set storage external, alter evidence set storage external',
]

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there; start PostgreSQL, or give another address',
  ENOTFOUND: 'no such host is known; give another address',
  ETIMEDOUT: 'it does not answer; give another address',
  '28P01': 'it does not take the password; give another',
  '28000': 'it does not let this user in; give another',
  '3D000': 'it has no database of that name; make it, or name another',
  '42501': 'the user may not make tables there; give one who may',
}

function notOpened(address: string, cause: unknown): UnwashError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const says = firstLine(cause)
  const todo = REASONS[code] ?? (/timeout/i.test(says) ? REASONS.ETIMEDOUT : undefined) ?? `it says "${says}"`
  const kind = /^(?:28|42501)/.test(code) ? 'refused' : code === '3D000' ? 'not-found' : 'network'
  return new UnwashError('the database cannot be opened at', shownAddress(address), todo ?? says, kind, cause)
}

const BIGINT = 20
const NUMERIC = 1700
const DATE = 1082
const MOMENT = 1184

/** Values as the tables declare them: whole numbers as numbers, days and moments as ISO text. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (format !== 'binary') {
    if (oid === BIGINT || oid === NUMERIC) return Number
    if (oid === DATE) return value => value
    if (oid === MOMENT) return value => new Date(value).toISOString()
  }
  return pg.types.getTypeParser(oid, format as 'text')
}

type PostgresRow = Readonly<Record<string, unknown>>

/** A store in a PostgreSQL database, which any number of processes may write. */
export interface PostgresStore extends Store {
  /** the address of the database, without its password */
  readonly shown: string
  /** Asks the tables a question in SQL. */
  ask(sql: string, values?: readonly unknown[]): Promise<readonly PostgresRow[]>
  /** Does all of it or nothing, over one connection; again where another process was met that wrote the same. */
  together<T>(work: (client: PoolClient) => Promise<T>): Promise<T>
}

/** more than there are processes that could have the same release in hand */
const TRIES = 5

/** Whether another process wrote the same row first, or both waited for each other: done again, it is seen. */
const isMet = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '40P01')

/** Opens a store in PostgreSQL, and makes its tables where there are none. Throws an UnwashError where it cannot. */
export async function openPostgres(address: string, options: PostgresOptions): Promise<PostgresStore> {
  const pool = await connect(address, options)
  const ask = async (sql: string, values: readonly unknown[] = []) =>
    (await pool.query<PostgresRow>(sql, [...values])).rows

  const once = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const done = await work(client)
      await client.query('commit')
      client.release()
      return done
    } catch (error) {
      const lost = await client.query('rollback').then(
        () => false,
        () => true,
      )
      client.release(lost)
      throw error
    }
  }
  const together = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    for (let left = TRIES - 1; ; left--) {
      try {
        return await once(work)
      } catch (error) {
        if (left === 0 || !isMet(error)) throw error
      }
    }
  }
  const putAll = (ready: readonly Ready[]) => together(client => writeReleases(client, ready))

  return {
    shown: shownAddress(address),
    ask,
    together,
    begin: async ({ id, startedAt, unwash, knowledge, source }: Run) => {
      await ask(
        `insert into runs (id, started_at, unwash, knowledge, source) values ($1, $2, $3, $4, $5)
          on conflict do nothing`,
        [id, startedAt, unwash, knowledge, source],
      )
    },
    ...readingBy(ask),
    put: kept => putAll([readyOf(pack(kept))]),
    putAll,
    fail: (run: string, target: string, failure: Failure) =>
      together(client => writeFailure(client, run, target, failure)),
    close: () => pool.end(),
  }
}

/**
 * Writes releases within a transaction that is open; what is kept of them already is replaced. Where another process
 * writes the same release for the first time, this waits for it and fails as PostgreSQL does: the transaction is to be
 * done again, as `together` does it.
 */
export async function writeReleases(client: ClientBase, ready: readonly Ready[]): Promise<void> {
  // in order, so that two that write the same ones wait for each other in one direction only
  const each = [...new Map(ready.map(one => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (each.length === 0) return
  const ids = each.map(({ id }) => id)
  // one after the other: whoever replaces the same release waits here
  const there = await client.query('select id from releases where id = any($1) order by id for update', [ids])
  if (there.rows.length > 0) {
    const again = there.rows.map(({ id }) => id)
    for (const name of OF_A_RELEASE) {
      await client.query(`delete from ${name} where ${name === 'releases' ? 'id' : 'release'} = any($1)`, [again])
    }
  }
  await client.query(
    `delete from failures f using unnest($1::text[], $2::text[]) as t(run, target)
      where f.run = t.run and f.target = t.target`,
    [each.map(({ run }) => sound(run)), each.map(({ target }) => sound(target))],
  )
  for (const name of IN_JSON) {
    const rows = rowsIn(each, name)
    if (rows === null) continue
    const all = Object.keys(TABLES[name].columns)
    const columns = all.join(', ')
    // the clocks of those who write differ, and the newest is the one that is shown
    const given = all.map(column => (column === 'kept_on' ? 'clock_timestamp()' : column)).join(', ')
    const values = `select ${given} from json_populate_recordset(null::${name}, $1)`
    await client.query(`insert into ${name} (${columns}) ${values}`, [rows])
  }
  const places = each.map((_, at) => `($${3 * at + 1}, $${3 * at + 2}, $${3 * at + 3})`)
  const reports = each.flatMap(({ id, report, evidence }) => [id, report, evidence])
  await client.query(`insert into reports (release, report, evidence) values ${places.join(', ')}`, reports)
}

/** Writes why a target could not be read, within a transaction that is open; what was read in spite of it stands. */
export async function writeFailure(client: ClientBase, run: string, target: string, failure: Failure): Promise<void> {
  await client.query(
    `insert into failures (run, target, kind, message, failed_on) select $1, $2, $3, $4, now()
      where not exists (select 1 from releases where run = $1 and target = $2)
      on conflict (run, target) do update
        set kind = excluded.kind, message = excluded.message, failed_on = excluded.failed_on`,
    [run, sound(target), failure.kind, sound(failure.message)],
  )
}
