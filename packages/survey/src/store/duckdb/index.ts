import type { DuckDBConnection } from '@duckdb/node-api'
import { limitTo } from '@unwash/core/at-once'
import { IN_JSON, pack, type Ready, readyOf, rowsIn } from '../pack.ts'
import { readingBy } from '../reading.ts'
import { soundJson } from '../sound.ts'
import type { Store } from '../store.ts'
import { OF_A_RELEASE } from '../tables.ts'
import { type DuckdbOptions, openFile, troubleWith } from './open.ts'
import { appendReports, type DatabaseRow, insert, readRows } from './values.ts'

export type { DuckdbOptions } from './open.ts'
export type { DatabaseRow } from './values.ts'

/** A store in one file, which one process at a time may write. */
export interface DuckdbStore extends Store {
  readonly path: string
  /** Asks the tables a question in SQL. */
  ask(sql: string, values?: readonly (string | number)[]): Promise<readonly DatabaseRow[]>
}

/** Opens a store in a DuckDB file, and makes it where there is none. Throws an UnwashError where it is no store. */
export async function openDuckdb(path: string, options: DuckdbOptions): Promise<DuckdbStore> {
  const { instance, connection } = await openFile(path, options)
  // a connection has one transaction at a time
  const inTurn = limitTo(1).through
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
          for (const name of IN_JSON) {
            const rows = rowsIn(each, name)
            if (rows !== null) await insert(connection, name, rows)
          }
          await appendReports(connection, each)
        })

  const ask: DuckdbStore['ask'] = (sql, values) => alone(() => readRows(connection, sql, values))

  return {
    path,
    ask,
    begin: run =>
      together(async () => {
        const there = await readRows(connection, 'select id from runs where id = $1', [run.id])
        if (there.length > 0) return
        const { id, startedAt: started_at, unwash, knowledge, source } = run
        await insert(connection, 'runs', soundJson([{ id, started_at, unwash, knowledge, source }]))
      }),
    ...readingBy(ask),
    put: kept => putAll([readyOf(pack(kept))]),
    putAll,
    fail: (run, target, { kind, message }) =>
      together(async () => {
        await connection.run('delete from failures where run = $1 and target = $2', [run, target])
        const failed_on = new Date().toISOString()
        await insert(connection, 'failures', soundJson([{ run, target, kind, message, failed_on }]))
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
  const there = await readRows(connection, `select id from releases where id in (${ids})`)
  if (there.length > 0) {
    const again = there.map(({ id }) => `'${id}'`).join(', ')
    for (const name of OF_A_RELEASE) {
      await connection.run(`delete from ${name} where ${name === 'releases' ? 'id' : 'release'} in (${again})`)
    }
  }
  const [failed] = await readRows(connection, 'select count(*) as count from failures')
  if (failed?.count === 0) return
  for (const { run, target } of ready) {
    await connection.run('delete from failures where run = $1 and target = $2', [run, target])
  }
}
