import type { PoolClient } from 'pg'
import { type Ready, readyFor } from '../lines/index.ts'
import { pack, unpacked, unpackedReport } from '../pack.ts'
import { sqlOf } from '../query.ts'
import { type Failure, type Run, type Store, tallyRow } from '../store.ts'
import type { ReleaseRow } from '../tables.ts'
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
    dialect: 'postgres',
    shown: shownAddress(address),
    ask,
    together,
    begin: async ({ id, startedAt, unwash, knowledge, source }: Run) => {
      await ask(
        'insert into runs (id, started_at, unwash, knowledge, source) values ($1, $2, $3, $4, $5) on conflict do nothing',
        [id, startedAt, unwash, knowledge, source],
      )
    },
    settled: async (run, which = 'done or failed') => {
      const failed = which === 'done' ? '' : 'union all select target from failures where run = $1'
      const rows = await ask(`select target from releases where run = $1 ${failed}`, [run])
      return new Set(rows.map(({ target }) => String(target)))
    },
    put: kept => putAll([readyFor('postgres', pack(kept))]),
    putAll,
    fail: (run: string, target: string, failure: Failure) =>
      together(client => writeFailure(client, run, target, failure)),
    find: async query => {
      const { rows, total, values } = sqlOf(query)
      const [found, [count]] = await Promise.all([ask(rows, values), ask(total, values)])
      return { rows: found.map(releaseRow), total: Number(count?.total ?? 0) }
    },
    tally: async query => {
      const { tally, values } = sqlOf(query)
      return (await ask(tally, values)).map(tallyRow)
    },
    report: async (name, revision) => {
      const at = revision === undefined ? '' : 'and revision = $2'
      const [row] = await ask(
        `select kept_on, report, evidence from reports join releases on id = release
          where release = (select id from releases where (name = $1 or target = $1) ${at} order by kept_on desc, id limit 1)`,
        revision === undefined ? [name] : [name, revision],
      )
      if (row === undefined || !(row.report instanceof Uint8Array)) return null
      const evidence = row.evidence instanceof Uint8Array ? unpacked(row.evidence) : null
      return { report: unpackedReport(row.report), evidence, keptOn: String(row.kept_on) }
    },
    close: () => pool.end(),
  }
}

/** A row of the explore table, as `tables.ts` declares it. */
const releaseRow = ({ newest: _, ...row }: Row): ReleaseRow => row as unknown as ReleaseRow
