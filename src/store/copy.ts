import type { Table } from './column.ts'
import { readyFor } from './lines/index.ts'
import type { PostgresStore } from './postgres/index.ts'
import type { RowsOfRelease } from './rows.ts'
import { FAILURES, type Store } from './store.ts'
import { OF_A_RELEASE, TABLES } from './tables.ts'

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
    const releases = await from.ask(`select id, run, target from releases where id > $1 order by id limit ${PAGE}`, [
      after,
    ])
    if (releases.length === 0) break
    const ids = releases.map(({ id }) => String(id))
    const tables = new Map<string, ReadonlyMap<string, readonly Row[]>>()
    for (const name of OF_A_RELEASE) {
      const key = name === 'releases' ? 'id' : 'release'
      const rows = await from.ask(`select * from ${name} where ${key} = any($1)`, [ids])
      tables.set(
        name,
        grouped(
          rows.map(row => asKept(row, TABLES[name])),
          key,
        ),
      )
    }
    await to.putAll(
      releases.map(({ id, run, target }) => {
        const of = (name: string) => tables.get(name)?.get(String(id)) ?? []
        const [kept] = of('reports')
        return readyFor(to.dialect, {
          id: String(id),
          run: String(run),
          target: String(target),
          rows: Object.fromEntries(OF_A_RELEASE.map(name => [name, of(name)])) as unknown as RowsOfRelease,
          report: bytesOf(kept?.report) ?? new Uint8Array(),
          evidence: bytesOf(kept?.evidence),
        })
      }),
    )
    after = ids.at(-1) ?? ''
  }
  for (const { run, target, kind, message } of await from.ask('select * from failures order by run, target')) {
    const known = FAILURES.find(one => one === kind) ?? 'bug'
    await to.fail(String(run), String(target), { kind: known, message: String(message) })
  }
}

type Row = Readonly<Record<string, unknown>>

function grouped(rows: readonly Row[], key: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(String(row[key]))
    if (group) group.push(row)
    else groups.set(String(row[key]), [row])
  }
  return groups
}

/** JSON of the server's is text again. */
function asKept(row: Row, { columns }: Table): Row {
  const json = Object.entries(columns).filter(([, { kind }]) => kind === 'json')
  if (json.length === 0) return row
  return { ...row, ...Object.fromEntries(json.map(([name]) => [name, JSON.stringify(row[name])])) }
}

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)
