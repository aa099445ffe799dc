import { IN_JSON, type Ready } from './pack.ts'
import type { PostgresStore } from './postgres/index.ts'
import { FAILURES, type Store } from './store.ts'

/** releases that are copied at once */
const PAGE = 200

/** Copies all that a store on a server holds into another. */
export async function copyStore(from: PostgresStore, to: Store): Promise<void> {
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
    `select ${key} as id, string_agg(row_to_json(t)::text, ',') as rows from ${table} t where ${key} = any($1) group by 1`,
    [ids],
  )
  return new Map(rows.map(({ id, rows }) => [String(id), String(rows)]))
}

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)
