import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { limitTo } from '@unwash/core/at-once'
import { UnwashError } from '@unwash/core/error'
import type { DuckdbStore } from './duckdb/index.ts'
import type { DuckdbOptions } from './duckdb/open.ts'
import { IN_JSON, type Ready } from './pack.ts'
import type { PostgresStore } from './postgres/index.ts'
import { BUSY, FAILURES, type Store } from './store.ts'

/** Whether a store is in a database on a server, and not in a file. */
const isOnServer = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place)

/** Opens a store in a file. */
export async function openFile(path: string, options: DuckdbOptions): Promise<DuckdbStore> {
  const { openDuckdb } = await import('./duckdb/index.ts')
  return openDuckdb(path, options)
}

/** how often a file that another process has open is tried again, and after how many milliseconds */
const TRIES = { most: 40, after: 250 }

/** Opens a file as soon as nobody else has it open in a way that forbids it. */
async function openInTurn(path: string, options: DuckdbOptions): Promise<DuckdbStore> {
  for (let tried = 1; ; tried++)
    try {
      return await openFile(path, options)
    } catch (error) {
      if (tried === TRIES.most || !(error instanceof UnwashError) || error.what !== BUSY) throw error
      await sleep(TRIES.after)
    }
}

/**
 * Opens a store to read it, and to write only while something is kept: whoever asks the same file meanwhile, such as
 * an export, is not locked out.
 */
export async function openShared(
  place: string,
  unwash: string,
): Promise<Pick<Store, 'find' | 'tally' | 'report' | 'put' | 'close'>> {
  if (isOnServer(place)) return openStore(place, unwash)
  // made where there is none
  await (await openInTurn(place, { unwash })).close()
  let open = await openInTurn(place, { unwash, readOnly: true })
  const inTurn = limitTo(1).through
  return {
    find: query => inTurn(() => open.find(query)),
    tally: query => inTurn(() => open.tally(query)),
    report: (name, revision) => inTurn(() => open.report(name, revision)),
    put: kept =>
      inTurn(async () => {
        await open.close()
        try {
          const writing = await openInTurn(place, { unwash })
          await writing.put(kept).finally(() => writing.close())
        } finally {
          open = await openInTurn(place, { unwash, readOnly: true })
        }
      }),
    close: () => inTurn(() => open.close()),
  }
}

/** Opens a store to write and read: a DuckDB file, or `postgres://…`. */
async function openStore(place: string, unwash: string): Promise<Store> {
  if (isOnServer(place)) return (await import('./postgres/index.ts')).openPostgres(place, { unwash })
  return openFile(place, { unwash })
}

/** Opens a store to ask it. What is on a server is copied into a file first, which is gone when it is closed. */
export async function openToAsk(place: string, unwash: string): Promise<DuckdbStore> {
  if (!isOnServer(place)) return openInTurn(place, { unwash, readOnly: true })
  const { openPostgres } = await import('./postgres/index.ts')
  const server = await openPostgres(place, { unwash, readOnly: true })
  const folder = await mkdtemp(join(tmpdir(), 'unwash-copy-'))
  const gone = () => rm(folder, { recursive: true, force: true })
  try {
    const copy = await openFile(join(folder, 'copy.duckdb'), { unwash })
    await copyStore(server, copy)
    return { ...copy, path: server.shown, close: () => copy.close().finally(gone) }
  } catch (error) {
    await gone()
    throw error
  } finally {
    await server.close()
  }
}

/** releases that are copied at once */
const PAGE = 200

/** Copies all that a store on a server holds into another. */
async function copyStore(from: PostgresStore, to: Store): Promise<void> {
  for (const run of await from.ask('select * from runs order by id')) {
    const text = (name: string) => String(run[name])
    await to.begin({
      id: text('id'),
      startedAt: text('started_at'),
      unwash: text('unwash'),
      knowledge: text('knowledge'),
      source: text('source'),
    })
  }
  for (let after = ''; ; ) {
    const page = await from.ask(
      `select id, run, target, report, evidence from releases join reports on release = id
        where id > $1 order by id limit ${PAGE}`,
      [after],
    )
    if (page.length === 0) break
    const ids = page.map(({ id }) => String(id))
    const tables = await Promise.all(IN_JSON.map(async name => [name, await rowsById(from, name, ids)] as const))
    const ready = page.map(({ id, run, target, report, evidence }) => ({
      id: String(id),
      run: String(run),
      target: String(target),
      rows: Object.fromEntries(tables.map(([name, rows]) => [name, rows.get(String(id)) ?? ''])) as Ready['rows'],
      report: bytesOf(report) ?? new Uint8Array(),
      evidence: bytesOf(evidence),
    }))
    await to.putAll(ready)
    after = ids.at(-1) ?? ''
  }
  for (const { run, target, kind, message } of await from.ask('select * from failures order by run, target')) {
    const known = FAILURES.find(one => one === kind) ?? 'bug'
    await to.fail(String(run), String(target), { kind: known, message: String(message) })
  }
}

/** The rows of a table as JSON, by release. */
async function rowsById(from: PostgresStore, table: string, ids: readonly string[]) {
  const key = table === 'releases' ? 'id' : 'release'
  const rows = await from.ask(
    `select ${key} as id, string_agg(row_to_json(t)::text, ',') as rows from ${table} t
      where ${key} = any($1) group by 1`,
    [ids],
  )
  return new Map(rows.map(({ id, rows }) => [String(id), String(rows)]))
}

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)
