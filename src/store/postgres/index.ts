import type { PoolClient } from 'pg'
import { pack, type Ready, readyOf } from '../pack.ts'
import { readingBy } from '../reading.ts'
import type { Failure, Run, Store } from '../store.ts'
import { connect, type PostgresOptions, shownAddress } from './open.ts'
import { writeFailure, writeReleases } from './write.ts'

export { shownAddress } from './open.ts'
export { writeFailure, writeReleases } from './write.ts'

type Row = Readonly<Record<string, unknown>>

/** A store in a PostgreSQL database, which any number of processes may write. */
export interface PostgresStore extends Store {
  /** the address of the database, without its password */
  readonly shown: string
  /** Asks the tables a question in SQL. */
  ask(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
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
  const ask = async (sql: string, values: readonly unknown[] = []) => (await pool.query<Row>(sql, [...values])).rows

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
        'insert into runs (id, started_at, unwash, knowledge, source) values ($1, $2, $3, $4, $5) on conflict do nothing',
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
