import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, describe, expect, test } from 'vitest'
import type { Table } from '../../src/store/column.ts'
import { openDuckdb } from '../../src/store/duckdb/index.ts'
import { pack, readyOf } from '../../src/store/pack.ts'
import { TABLES } from '../../src/store/tables.ts'
import { bittern, folder, heron, keptOf } from './kept.ts'
import { keepsReleases } from './store.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const place = () => {
  const there = folder()
  closing.push(() => there[Symbol.dispose]())
  return there.at('survey.duckdb')
}

async function opened(path = place(), readOnly = false) {
  const store = await openDuckdb(path, { unwash: '0.1.0', readOnly })
  closing.push(() => store.close().catch(() => {}))
  return store
}

/** Changes a database without unwash. */
async function sql(path: string, ...statements: readonly string[]) {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

describe('a store in a DuckDB file', () => {
  keepsReleases(() => opened())

  test('is there again when it is opened again, to write and to read', async () => {
    const path = place()
    const first = await opened(path)
    await first.put(await keptOf(heron))
    await first.close()
    const second = await opened(path)
    expect((await second.find({})).total).toBe(1)
    await second.put(await keptOf(bittern))
    await second.close()
    const third = await opened(path, true)
    expect((await third.find({})).total).toBe(2)
    await expect(third.put(await keptOf(heron))).rejects.toThrow()
  })

  test('has each table with its columns in the order they are declared', async () => {
    const store = await opened()
    const rows = await store.ask(
      `select table_name, column_name from duckdb_columns() where database_name = 'store'
        order by table_name, column_index`,
    )
    const found = rows.map(({ table_name, column_name }) => `${table_name}.${column_name}`)
    const declared = Object.entries<Table>(TABLES).sort(([one], [other]) => (one < other ? -1 : 1))
    expect(found).toEqual(
      declared.flatMap(([name, { columns }]) => Object.keys(columns).map(column => `${name}.${column}`)),
    )
  })

  test('keeps all of a batch or none of it', async () => {
    const store = await opened()
    const good = readyOf(pack(await keptOf(heron)))
    const bad = pack(await keptOf(bittern))
    const broken = { ...bad, rows: { ...bad.rows, answers: [{ ...bad.rows.answers[0], answer: null } as never] } }
    await expect(store.putAll([good, readyOf(broken)])).rejects.toThrow()
    expect((await store.find({})).total).toBe(0)
    const [left] = await store.ask('select count(*) as count from answers')
    expect(left?.count).toBe(0)
    await store.putAll([good, readyOf(bad)])
    expect((await store.find({})).total).toBe(2)
  })

  test('that a newer unwash wrote is left as it is', async () => {
    const path = place()
    await (await opened(path)).close()
    await sql(path, 'update about set schema = 99', 'checkpoint')
    const before = readFileSync(path)
    await expect(opened(path)).rejects.toThrow(/a newer unwash wrote the store ".*": its tables are of version 99/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('is no database of something else, no other file, no folder, and not made by reading', async () => {
    const path = place()
    await sql(path, 'create table birds (name text)')
    await expect(opened(path)).rejects.toThrow(/a database that is no store of unwash is at/)
    const text = place()
    writeFileSync(text, 'Not a database. '.repeat(1000))
    await expect(opened(text)).rejects.toThrow(/no store, or a damaged one, is at/)
    const dir = place()
    mkdirSync(dir)
    await expect(opened(dir)).rejects.toThrow(/a folder is at/)
    const none = place()
    await expect(opened(none, true)).rejects.toThrow(/no store is at .*: make one with unwash survey/)
    expect(existsSync(none)).toBe(false)
  })

  test('of which the end is missing is told to be damaged', async () => {
    const path = place()
    const store = await opened(path)
    await store.put(await keptOf(heron))
    await store.close()
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, 5_000))
    await expect(opened(path)).rejects.toThrow(/no store, or a damaged one, is at/)
  })

  test('of which a block is damaged is told to be so, when it is opened or when the block is read', async () => {
    const path = place()
    const store = await opened(path)
    await store.put(await keptOf(heron))
    await store.close()
    const bytes = readFileSync(path)
    const [headers, block] = [12_288, 262_144]
    let damaged = 0
    for (let at = headers; at < bytes.length; at += block) {
      const broken = Buffer.from(bytes)
      const middle = at + block / 2
      broken[middle] = ~(broken[middle] ?? 0) & 0xff
      writeFileSync(path, broken)
      const asked = async () => {
        const there = await opened(path, true)
        try {
          for (const name of Object.keys(TABLES)) await there.ask(`select * from ${name}`)
        } finally {
          await there.close()
        }
      }
      const said = await asked().catch((error: unknown) => error)
      if (said === undefined) continue
      damaged += 1
      expect(said).toMatchObject({ name: 'UnwashError', what: expect.stringMatching(/damaged|no store/) })
    }
    expect(damaged).toBeGreaterThan(0)
  })
})
