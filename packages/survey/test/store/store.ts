import type { Report } from '@unwash/core/report/report'
import { expect, test } from 'vitest'
import type { Run, Store } from '../../src/store/store.ts'
import { bittern, boast, egret, heron, keptOf } from './kept.ts'

const run: Run = {
  id: 'a-run',
  startedAt: '2026-11-24T10:00:00.000Z',
  unwash: '0.1.0',
  knowledge: '2026-11-24',
  source: 'names.txt',
}

/** A store whose tables can be asked. */
interface Asked {
  ask(sql: string): Promise<readonly object[]>
}

/** What every store does, whatever its database. `opened` gives an empty one, and closes it when the test is over. */
export function keepsReleases(opened: () => Promise<Store & Asked>): void {
  const asked = async (store: Asked, sql: string) => [...(await store.ask(sql))]
  const filled = async () => {
    const store = await opened()
    await store.begin(run)
    await store.put(await keptOf(heron, { downloads: 900, likes: 10, createdAt: '2024-05-01' }))
    await store.put(await keptOf(bittern, { downloads: 50, createdAt: '2025-02-03' }))
    await store.put(await keptOf(egret, { downloads: 5000, likes: 1, createdAt: '2025-07-09' }))
    return store
  }
  const names = (found: { rows: readonly { name: string }[] }) => found.rows.map(({ name }) => name)

  test('gives back the report and the evidence as they were', async () => {
    const store = await filled()
    const kept = await keptOf(heron)
    const found = await store.report('marsh-lab/heron-7b')
    expect(found?.report).toEqual(kept.report)
    expect(found?.evidence).toEqual(kept.evidence)
    expect(found?.keptOn).toMatch(/^20\d\d-\d\d-\d\dT.*Z$/)
    expect(await store.report('marsh-lab/nothing')).toBeNull()
    expect(await store.report('marsh-lab/heron-7b', 'another-revision')).toBeNull()
  })

  test('counts what fits by term, class, data, year and claims', async () => {
    const store = await filled()
    const all = await store.tally({})
    expect(all.reduce((sum, { releases }) => sum + releases, 0)).toBe(3)
    expect(all).toContainEqual(expect.objectContaining({ term: 'open-weights-ai', year: 2024, claims: 'goes too far' }))
    expect((await store.tally({ class: 'non-commercial' })).map(({ year, claims }) => [year, claims])).toEqual([
      [2025, 'none'],
    ])
    expect(await store.tally({ name: 'nothing' })).toEqual([])
    await store.put(await keptOf(boast))
    expect((await store.tally({ name: 'boast' })).map(({ claims }) => claims)).toEqual(['contradicted'])
  })

  test('knows what is settled in a run, done or failed', async () => {
    const store = await filled()
    await store.fail('a-run', 'hedgerow/gone', { kind: 'unreadable', message: 'nothing is there' })
    const settled = ['hedgerow/bittern-13b', 'hedgerow/gone', 'marsh-lab/heron-7b', 'tidewater/egret-8b']
    expect([...(await store.settled('a-run'))].sort()).toEqual(settled)
    expect((await store.settled('a-run', 'done')).has('hedgerow/gone')).toBe(false)
    expect((await store.settled('another-run')).size).toBe(0)
  })

  test('keeps a release once, however often it comes in a run', async () => {
    const store = await filled()
    await store.begin(run)
    await store.put(await keptOf(heron, { downloads: 901 }))
    const { rows, total } = await store.find({ sort: 'downloads', descending: true })
    expect(total).toBe(3)
    expect(rows.map(({ downloads }) => downloads)).toEqual([5000, 901, 50])
  })

  test('shows the newest of a release that is in several runs', async () => {
    const store = await filled()
    await store.begin({ ...run, id: 'later' })
    await store.put(await keptOf(heron, { downloads: 7 }, 'later'))
    expect((await store.find({ name: 'heron' })).rows.map(({ downloads }) => downloads)).toEqual([7])
    expect((await store.find({ name: 'heron', run: 'a-run' })).rows.map(({ downloads }) => downloads)).toEqual([900])
  })

  test('filters by what is asked', async () => {
    const store = await filled()
    expect(names(await store.find({ term: 'open-weights-ai' }))).toEqual(['marsh-lab/heron-7b'])
    expect(names(await store.find({ class: 'non-commercial' }))).toEqual(['hedgerow/bittern-13b'])
    expect(names(await store.find({ clause: 'purpose.noncommercial' }))).toEqual(['hedgerow/bittern-13b'])
    expect(names(await store.find({ publisher: 'Tidewater' }))).toEqual(['tidewater/egret-8b'])
    expect(names(await store.find({ year: 2025 }))).toEqual(['hedgerow/bittern-13b', 'tidewater/egret-8b'])
    expect(names(await store.find({ claim: 'goes too far' }))).toEqual(['marsh-lab/heron-7b'])
    expect(names(await store.find({ claim: 'contradicted' }))).toEqual([])
    expect(names(await store.find({ claim: 'none' }))).toEqual(['hedgerow/bittern-13b', 'tidewater/egret-8b'])
    expect((await store.find({})).rows.map(row => row.claims_stand)).toEqual(['none', 'goes too far', 'none'])
    expect(names(await store.find({ kind: 'fully-open' }))).toEqual(['marsh-lab/heron-7b'])
    expect(names(await store.find({ kind: 'open-data' }))).toEqual([])
    expect(names(await store.find({ kind: 'open-data', claim: 'none' }))).toHaveLength(3)
    // no words hold that do not all hold
    expect(names(await store.find({ kind: 'fully-open', claim: 'supported' }))).toEqual([])
    expect(names(await store.find({ name: 'GE/BIT' }))).toEqual([])
    expect(names(await store.find({ name: 'ROW/BIT' }))).toEqual(['hedgerow/bittern-13b'])
    expect(names(await store.find({ name: "'; drop table releases; --" }))).toEqual([])
    expect(names(await store.find({ year: 2025, class: 'open-source' }))).toEqual([])
  })

  test('sorts and pages, and says how many there are in all', async () => {
    const store = await filled()
    expect(await store.find({ offset: 9 })).toEqual({ rows: [], total: 3 })
    const byTerm = await store.find({ sort: 'term' })
    expect(byTerm.rows.map(({ term }) => term)).toEqual([
      'open-weights-ai',
      'weights-available-ai',
      'weights-available-ai',
    ])
    expect(names(await store.find({ sort: 'likes', descending: true }))).toEqual([
      'marsh-lab/heron-7b',
      'tidewater/egret-8b',
      'hedgerow/bittern-13b',
    ])
    const page = await store.find({ sort: 'name', offset: 1, limit: 1 })
    expect(page.total).toBe(3)
    expect(names(page)).toEqual(['marsh-lab/heron-7b'])
  })

  test('gives rows as they were put: days, moments, numbers and lists', async () => {
    const store = await filled()
    const [row] = (await store.find({ name: 'bittern' })).rows
    expect(row).toMatchObject({
      created_on: '2025-02-03',
      downloads: 50,
      likes: null,
      complete: true,
      models: 1,
      facets: ['non-commercial only'],
    })
    expect(row?.kept_on).toMatch(/^20\d\d-\d\d-\d\dT.*Z$/)
  })

  test('keeps words and lists as they are written, whatever a database writes them with', async () => {
    const store = await opened()
    await store.begin(run)
    const kept = await keptOf(heron)
    const says = 'a\ttab, "quotes", {braces}, a back\\slash, \\N, \\. and\na line \u{1f426}, nothing else'
    const [claim] = kept.report.claims
    if (claim === undefined) throw new Error('the card has a claim')
    const about = ['', 'a, b', 'c "d"', '\\', 'null', '{}']
    const claims = [
      { ...claim, says, about },
      { ...claim, says: '', about: [] },
    ]
    await store.put({ ...kept, target: 'a "b"\\c\nd', report: { ...kept.report, claims } as unknown as Report })
    expect(await asked(store, 'select position, says, about, strength from claims order by position')).toEqual([
      { position: 0, says, about, strength: claim.strength },
      { position: 1, says: '', about: [], strength: claim.strength },
    ])
    expect(await asked(store, 'select target, downloads from releases')).toEqual([
      { target: 'a "b"\\c\nd', downloads: null },
    ])
    expect((await store.settled('a-run')).has('a "b"\\c\nd')).toBe(true)
  })

  test('takes back a failure when the target is read after all', async () => {
    const store = await filled()
    await store.fail('a-run', 'hedgerow/wren-1b', { kind: 'time', message: 'it took too long' })
    await store.put(await keptOf({ ...heron, name: 'wren-1b', publisher: 'hedgerow' }))
    expect((await store.settled('a-run')).size).toBe(4)
    expect((await store.find({})).total).toBe(4)
  })
}
