import type { DuckDBConnection } from '@duckdb/node-api'
import { IN_LINES, joined, type Ready, readyFor } from '../lines/index.ts'
import { pack, unpacked, unpackedReport } from '../pack.ts'
import { sqlOf } from '../query.ts'
import { type Store, tallyRow } from '../store.ts'
import { OF_A_RELEASE, type ReleaseRow, TABLES } from '../tables.ts'
import { insertion } from './insertion.ts'
import { type DuckdbOptions, openFile } from './open.ts'
import { troubleWith } from './trouble.ts'
import { type Answer, append, read } from './values.ts'

export type { DuckdbOptions } from './open.ts'
export type { Answer } from './values.ts'

/** A store in one file, which one process at a time may write. */
export interface DuckdbStore extends Store {
  readonly path: string
  /** Asks the tables a question in SQL. */
  ask(sql: string, values?: readonly (string | number)[]): Promise<readonly Answer[]>
}

/** Opens a store in a DuckDB file, and makes it where there is none. Throws an UnwashError where the file is no such store. */
export async function openDuckdb(path: string, options: DuckdbOptions): Promise<DuckdbStore> {
  const { instance, connection } = await openFile(path, options)
  const inTurn = oneAtATime()
  const alone = <T>(work: () => Promise<T>) =>
    inTurn(work).catch((cause: unknown) => {
      throw troubleWith(path, cause)
    })

  /** Does all of it or nothing. */
  const together = (work: () => Promise<void>) =>
    alone(async () => {
      await connection.run('begin')
      try {
        await work()
        await connection.run('commit')
      } catch (error) {
        await connection.run('rollback').catch(() => {})
        throw error
      }
    })

  const putAll = (ready: readonly Ready[]) =>
    ready.length === 0
      ? Promise.resolve()
      : together(async () => {
          const each = [...new Map(ready.map(one => [one.id, one])).values()]
          await forget(connection, each)
          for (const name of IN_LINES) {
            const lines = joined(each, name, 'duckdb')
            if (lines !== '') await connection.run(insertion(name, TABLES[name]), [lines])
          }
          const reports = each.map(({ id, report, evidence }) => ({ release: id, report, evidence }))
          await append(connection, 'reports', TABLES.reports, reports)
        })

  return {
    path,
    dialect: 'duckdb',
    ask: (sql, values) => alone(() => read(connection, sql, values)),
    begin: run =>
      together(async () => {
        const there = await read(connection, 'select id from runs where id = $1', [run.id])
        if (there.length > 0) return
        const { id, startedAt: started_at, unwash, knowledge, source } = run
        await append(connection, 'runs', TABLES.runs, [{ id, started_at, unwash, knowledge, source }])
      }),
    settled: (run, which = 'done or failed') =>
      alone(async () => {
        const failed = which === 'done' ? '' : 'union all select target from failures where run = $1'
        const rows = await read(connection, `select target from releases where run = $1 ${failed}`, [run])
        return new Set(rows.map(({ target }) => String(target)))
      }),
    put: kept => putAll([readyFor('duckdb', pack(kept))]),
    putAll,
    fail: (run, target, { kind, message }) =>
      together(async () => {
        await connection.run('delete from failures where run = $1 and target = $2', [run, target])
        const failed_on = new Date().toISOString()
        await append(connection, 'failures', TABLES.failures, [{ run, target, kind, message, failed_on }])
      }),
    find: query =>
      alone(async () => {
        const { rows, total, values } = sqlOf(query)
        const found = await read(connection, rows, values)
        const [count] = await read(connection, total, values)
        return { rows: found.map(releaseRow), total: Number(count?.total ?? 0) }
      }),
    tally: query =>
      alone(async () => {
        const { tally, values } = sqlOf(query)
        return (await read(connection, tally, values)).map(tallyRow)
      }),
    report: (name, revision) =>
      alone(async () => {
        const at = revision === undefined ? '' : 'and revision = $2'
        const [row] = await read(
          connection,
          `select kept_on, report, evidence from reports join releases on id = release
            where release = (select id from releases where (name = $1 or target = $1) ${at} order by kept_on desc, id limit 1)`,
          revision === undefined ? [name] : [name, revision],
        )
        if (row === undefined || !(row.report instanceof Uint8Array)) return null
        const evidence = row.evidence instanceof Uint8Array ? unpacked(row.evidence) : null
        return { report: unpackedReport(row.report), evidence, keptOn: String(row.kept_on) }
      }),
    close: () =>
      alone(async () => {
        if (!options.readOnly) await connection.run('checkpoint store')
        await connection.run('use memory')
        await connection.run('detach store')
        connection.closeSync()
        instance.closeSync()
      }),
  }
}

/** What is kept already of releases that come again, and that their targets failed before, is taken out. */
async function forget(connection: DuckDBConnection, ready: readonly Ready[]): Promise<void> {
  // an id is of hexadecimal digits
  const ids = ready.map(({ id }) => `'${id}'`).join(', ')
  const there = await read(connection, `select id from releases where id in (${ids})`)
  if (there.length > 0) {
    const again = there.map(({ id }) => `'${id}'`).join(', ')
    for (const name of OF_A_RELEASE) {
      await connection.run(`delete from ${name} where ${name === 'releases' ? 'id' : 'release'} in (${again})`)
    }
  }
  const [failed] = await read(connection, 'select count(*) as count from failures')
  if (failed?.count === 0) return
  for (const { run, target } of ready) {
    await connection.run('delete from failures where run = $1 and target = $2', [run, target])
  }
}

/** A row of the explore table, as `tables.ts` declares it. */
const releaseRow = ({ newest: _, ...row }: Answer): ReleaseRow => row as unknown as ReleaseRow

/** One thing after the other: a connection has one transaction at a time. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
