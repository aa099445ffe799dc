import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openToAsk } from '../../src/store/open.ts'
import { pack, readyOf } from '../../src/store/pack.ts'
import { openPostgres } from '../../src/store/postgres/index.ts'
import { type Server, startPostgres } from '../queue/postgres.ts'
import { bittern, heron, keptOf } from './kept.ts'
import { keepsReleases } from './store.ts'

let server: Server
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  for (const close of closing) await close()
  await server.close()
})

async function opened(address?: string) {
  const store = await openPostgres(address ?? (await server.database()), { unwash: '0.1.0' })
  closing.push(() => store.close().catch(() => {}))
  return store
}

async function sql(address: string, statement: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe('a store in PostgreSQL', () => {
  keepsReleases(() => opened())

  test('is made once by many that begin together', async () => {
    const address = await server.database()
    const stores = await Promise.all([opened(address), opened(address), opened(address)])
    const kept = await keptOf(heron)
    await Promise.all(stores.map(store => store.put(kept)))
    expect((await stores[0].find({})).total).toBe(1)
    const [answers] = await stores[1].ask(
      'select count(*) as count, count(distinct (framework, reading, requirement)) as each from answers',
    )
    expect(answers?.count).toBe(answers?.each)
  })

  test('says by its own clock when a release was kept, whatever that of the writer says', async () => {
    const store = await opened()
    const [before] = await store.ask('select clock_timestamp() as at')
    await store.putAll([readyOf(pack(await keptOf(heron), '2001-01-01T00:00:00.000Z'))])
    const [{ kept_on: keptOn } = {}] = await store.ask('select kept_on from releases')
    expect(String(keptOn) >= String(before?.at)).toBe(true)
  })

  test('keeps all of a batch or none of it', async () => {
    const store = await opened()
    const good = readyOf(pack(await keptOf(heron)))
    const bad = pack(await keptOf(bittern))
    const broken = { ...bad, rows: { ...bad.rows, answers: [{ ...bad.rows.answers[0], answer: null } as never] } }
    await expect(store.putAll([good, readyOf(broken)])).rejects.toThrow()
    expect((await store.find({})).total).toBe(0)
    await store.putAll([good, readyOf(bad)])
    expect((await store.find({})).total).toBe(2)
  })

  test('keeps words with characters that PostgreSQL does not take', async () => {
    const store = await opened()
    const card = '---\nlicense: mit\n---\n\nHeron\u0000 is a fully open source model \ud83d.\n'
    await store.put(await keptOf({ ...heron, files: { ...heron.files, 'README.md': card } }))
    expect((await store.find({})).total).toBe(1)
  })

  test('is copied whole into a file, to be asked there', async () => {
    const address = await server.database()
    const store = await opened(address)
    const run = {
      id: 'a-run',
      startedAt: '2026-11-24T12:00:00.000Z',
      unwash: '0.1.0',
      knowledge: '2026-11-24',
      source: 'names.txt',
    }
    await store.begin(run)
    for (const one of [heron, bittern]) await store.put(await keptOf(one, { downloads: 3e9, createdAt: '2026-01-02' }))
    await store.fail('a-run', 'hedgerow/gone', { kind: 'lost', message: 'nobody came back' })
    const copy = await openToAsk(address, '0.1.0')
    closing.push(() => copy.close())
    expect(await copy.find({})).toEqual(await store.find({}))
    expect(await copy.report('marsh-lab/heron-7b')).toEqual(await store.report('marsh-lab/heron-7b'))
    expect(await copy.settled('a-run')).toEqual(await store.settled('a-run'))
    const sums = `select (select count(*) from answers) as answers, (select count(*) from clauses) as clauses,
      (select count(*) from runs) as runs, (select count(*) from failures where kind = 'lost') as lost`
    expect(await copy.ask(sums)).toEqual(await store.ask(sums))
    await expect(openToAsk(await server.database(), '0.1.0')).rejects.toThrow(
      /no store is in .*: make one with unwash survey start/,
    )
  })

  test('that a newer unwash wrote is left as it is', async () => {
    const address = await server.database()
    await (await opened(address)).close()
    await sql(address, 'update unwash.about set schema = 99')
    await expect(opened(address)).rejects.toThrow(
      /a newer unwash wrote the store in ".*": its tables are of version 99/,
    )
  })

  test('that cannot be reached is told in a sentence that has no password', async () => {
    const trouble = opened('postgres://heron:sesame@127.0.0.1:9/nowhere')
    await expect(trouble).rejects.toThrow(
      'the database cannot be opened at "postgres://127.0.0.1:9/nowhere": nothing answers there; start ' +
        'PostgreSQL, or give another address',
    )
    await expect(opened('mysql://127.0.0.1/x')).rejects.toThrow(/no database is at/)
    const url = new URL(await server.database())
    url.pathname = '/no_such_database'
    await expect(opened(url.href)).rejects.toThrow(/it has no database of that name/)
  })
})
