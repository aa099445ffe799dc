import type { ClientBase, PoolClient } from 'pg'
import { IN_JSON, pack, type Ready, readyOf, rowsIn } from '../pack.ts'
import { readingBy } from '../reading.ts'
import { sound } from '../sound.ts'
import type { Failure, Run, Store } from '../store.ts'
import { OF_A_RELEASE, TABLES } from '../tables.ts'
import { connect, type PostgresOptions, shownAddress } from './open.ts'

export { shownAddress } from './open.ts'

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
