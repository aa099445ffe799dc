import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { firstLine, invalid, unreadable } from '@unwash/core/error'
import { foundAt } from '@unwash/sources/files/disk'
import { COMMIT } from '@unwash/sources/hash'
import type { Listing, ListOfTargets, Target, Targets } from './target.ts'

/** A Parquet dump of a hub: the column `id` names models; downloads, likes, createdAt and sha are taken along. */
export const dump = { accepts, list } satisfies ListOfTargets

async function accepts(word: string): Promise<boolean> {
  if (foundAt(word)?.isFile() !== true) return false
  if (/\.parquet$/i.test(word)) return true
  const file = await open(word)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.toString('latin1') === 'PAR1'
  } finally {
    await file.close()
  }
}

/** what a dump may say beside the id, and what it may be called */
const FACTS = {
  downloads: ['downloads'],
  likes: ['likes'],
  created: ['createdAt', 'created_at'],
  sha: ['sha'],
} as const

async function list(word: string, { signal }: Listing = {}): Promise<Targets> {
  const described = await all(word, `select column_name from (describe select * from ${at(word)})`)
  const columns = described.map(([name]) => String(name))
  if (!columns.includes('id')) {
    const has = `its columns are ${columns.slice(0, 12).join(', ')}${columns.length > 12 ? ' …' : ''}`
    throw invalid('no column "id" with names of models is in', word, has)
  }
  const counts = await all(
    word,
    `select count(*), (select count(*) from (select distinct id from ${at(word)} where ${HAS_ID})) from ${at(word)}`,
  )
  const [rows = 0, named = 0] = counts[0]?.map(Number) ?? []
  if (named === 0) throw invalid('no names of models are in', word, 'give a dump with rows')
  const left = rows - named
  const value = (names: readonly string[], as: string) => {
    const name = columns.find(one => names.includes(one))
    return name === undefined ? 'null' : `any_value(try_cast("${name}" as ${as}))`
  }
  const sql = `select id, ${value(FACTS.downloads, 'bigint')}, ${value(FACTS.likes, 'bigint')},
    cast(${value(FACTS.created, 'timestamp')} as varchar), ${value(FACTS.sha, 'varchar')}
    from ${at(word)} where ${HAS_ID} group by id order by 2 desc nulls last, id`
  return {
    source: resolve(word),
    total: named,
    notes: left > 0 ? [`${word}: rows left out that have no name, or one again (${left})`] : [],
    each: () => each(word, sql, signal),
  }
}

/** an id as a hub writes it, so that no row names something on this disk */
const HAS_ID = "id is not null and regexp_full_match(id, '\\w[\\w.-]{0,95}(/\\w[\\w.-]{0,95})?')"

const at = (path: string) => `read_parquet('${path.replaceAll("'", "''")}')`

async function* each(word: string, sql: string, signal: AbortSignal | undefined): AsyncIterable<Target> {
  for await (const [id, downloads, likes, created, sha] of streamed(word, sql)) {
    signal?.throwIfAborted()
    const revision = COMMIT.test(String(sha)) ? `@${sha}` : ''
    yield {
      target: `hf:${id}${revision}`,
      facts: {
        downloads: downloads === null ? null : Number(downloads),
        likes: likes === null ? null : Number(likes),
        createdAt: created === null ? null : String(created),
      },
    }
  }
}

/** what the columns that are read of a dump of millions take, sorted */
const LIMITS = { memory_limit: '384MB', threads: '2', autoinstall_known_extensions: 'false' }

type DumpRow = readonly unknown[]

/** All rows of an answer that is short. */
async function all(word: string, sql: string): Promise<readonly DumpRow[]> {
  const rows: DumpRow[] = []
  for await (const row of streamed(word, sql)) rows.push(row)
  return rows
}

/** The rows of an answer, a few at a time, from a database that ends with them. */
async function* streamed(word: string, sql: string): AsyncIterable<DumpRow> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', LIMITS)
  const connection = await instance.connect()
  try {
    const result = await connection.stream(sql)
    for (;;) {
      const chunk = await result.fetchChunk()
      if (!chunk || chunk.rowCount === 0) break
      yield* chunk.getRows()
    }
  } catch (cause) {
    throw unreadable(
      'no Parquet file, or a damaged one, is',
      word,
      `give another copy of it (${firstLine(cause)})`,
      cause,
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
