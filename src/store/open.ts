import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckdbStore } from './duckdb/index.ts'
import type { DuckdbOptions } from './duckdb/open.ts'
import { needsDuckdb } from './needs.ts'
import type { Store } from './store.ts'

/** Whether a store is in a database on a server, and not in a file. */
export const isOnServer = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place)

/** Opens a store in a file. */
export async function openFile(path: string, options: DuckdbOptions): Promise<DuckdbStore> {
  const { openDuckdb } = await needsDuckdb(() => import('./duckdb/index.ts'))
  return openDuckdb(path, options)
}

/** Opens a store to write and read: a DuckDB file, or `postgres://…`. */
export async function openStore(place: string, unwash: string): Promise<Store> {
  if (isOnServer(place)) return (await import('./postgres/index.ts')).openPostgres(place, { unwash })
  return openFile(place, { unwash })
}

/** Opens a store to ask it questions. What is on a server is copied into a file first, which is gone when it is closed. */
export async function openToAsk(place: string, unwash: string): Promise<DuckdbStore> {
  if (!isOnServer(place)) return openFile(place, { unwash, readOnly: true })
  const [{ openPostgres }, { copyStore }] = await Promise.all([import('./postgres/index.ts'), import('./copy.ts')])
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
