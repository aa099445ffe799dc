import type { ClientBase } from 'pg'
import type { Table } from '../column.ts'
import { typeOf } from '../ddl.ts'
import type { Packed } from '../pack.ts'
import type { Failure } from '../store.ts'
import { OF_A_RELEASE, TABLES, type TableName } from '../tables.ts'

/** Writes releases within a transaction that is open; what is kept of them already is replaced. */
export async function writeReleases(client: ClientBase, packed: readonly Packed[]): Promise<void> {
  const each = [...new Map(packed.map(one => [one.id, one])).values()]
  if (each.length === 0) return
  const ids = each.map(({ id }) => id)
  // one after the other: whoever writes the same release waits here
  const there = await client.query('select id from releases where id = any($1) order by id for update', [ids])
  if (there.rows.length > 0) {
    for (const name of OF_A_RELEASE) {
      await client.query(`delete from ${name} where ${name === 'releases' ? 'id' : 'release'} = any($1)`, [ids])
    }
  }
  await client.query(
    'delete from failures f using unnest($1::text[], $2::text[]) as t(run, target) where f.run = t.run and f.target = t.target',
    [each.map(({ run }) => run), each.map(({ target }) => target)],
  )
  for (const name of OF_A_RELEASE) {
    if (name === 'reports') continue
    await insert(
      client,
      name,
      each.flatMap<object>(one => one.rows[name]),
    )
  }
  await client.query(
    'insert into reports select * from unnest($1::text[], $2::bytea[], $3::bytea[]) on conflict do nothing',
    [
      ids,
      each.map(({ report }) => bytesOf(report)),
      each.map(({ evidence }) => (evidence === null ? null : bytesOf(evidence))),
    ],
  )
}

/** Writes why a target could not be read, within a transaction that is open; what was read in spite of it stands. */
export async function writeFailure(client: ClientBase, run: string, target: string, failure: Failure): Promise<void> {
  await client.query(
    `insert into failures (run, target, kind, message, failed_on) select $1, $2, $3, $4, now()
      where not exists (select 1 from releases where run = $1 and target = $2)
      on conflict (run, target) do update set kind = excluded.kind, message = excluded.message, failed_on = excluded.failed_on`,
    [run, sound(target), failure.kind, sound(failure.message)],
  )
}

/** Writes rows of a table; those that are there stay as they are. */
async function insert(client: ClientBase, name: TableName, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const { columns }: Table = TABLES[name]
  const types = Object.entries(columns).map(([column, of]) => `${column} ${typeOf(of, 'postgres')}`)
  const names = Object.keys(columns).join(', ')
  await client.query(
    `insert into ${name} (${names}) select ${names} from json_to_recordset($1::json) as r(${types.join(', ')}) on conflict do nothing`,
    [
      JSON.stringify(
        rows.map(row => parsed(row, columns)),
        (_, value) => (typeof value === 'string' ? sound(value) : value),
      ),
    ],
  )
}

/** JSON in a column is JSON again in the rows, and not text. */
function parsed(row: object, columns: Table['columns']): object {
  const json = Object.entries(row).filter(
    ([name, value]) => columns[name]?.kind === 'json' && typeof value === 'string',
  )
  if (json.length === 0) return row
  return { ...row, ...Object.fromEntries(json.map(([name, value]) => [name, JSON.parse(value)])) }
}

/** PostgreSQL keeps no zero character and no half of a pair. */
const sound = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  text.replace(/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

const bytesOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
