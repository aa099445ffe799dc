import type { ClientBase } from 'pg'
import { IN_LINES, joined, type Ready } from '../lines/index.ts'
import type { Failure } from '../store.ts'
import { OF_A_RELEASE, TABLES } from '../tables.ts'
import { binaryRows, copyIn } from './copy.ts'

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
    'delete from failures f using unnest($1::text[], $2::text[]) as t(run, target) where f.run = t.run and f.target = t.target',
    [each.map(({ run }) => sound(run)), each.map(({ target }) => sound(target))],
  )
  for (const name of IN_LINES) {
    const text = joined(each, name, 'postgres')
    if (text === '') continue
    const columns = Object.keys(TABLES[name].columns).join(', ')
    await copyIn(client, `copy ${name} (${columns}) from stdin`, Buffer.from(`${text}\n`))
  }
  const reports = each.map(({ id, report, evidence }) => [id, report, evidence])
  await copyIn(client, 'copy reports (release, report, evidence) from stdin (format binary)', binaryRows(reports))
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

/** PostgreSQL keeps no zero character and no half of a pair. */
const sound = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  text.replace(/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
