import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { loadKnown } from '@unwash/library/known'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPORTED, exportTables } from '../src/export.ts'
import { surveyReport } from '../src/report/index.ts'
import { type DuckdbStore, openDuckdb } from '../src/store/duckdb/index.ts'
import { bittern, egret, folder, heron, keptOf } from './store/kept.ts'

const place = folder()
let store: DuckdbStore
let page: string
beforeAll(async () => {
  store = await openDuckdb(place.at('survey.duckdb'), { unwash: '0.1.0' })
  const { knowledge } = await loadKnown()
  const source = '/home/somebody/lists/birds.txt'
  await store.begin({
    id: 'a-run',
    startedAt: '2026-11-24T10:00:00.000Z',
    unwash: '0.1.0',
    knowledge: '2026-11-24',
    source,
  })
  const organization = { publisherKind: 'organization' } as const
  await store.put(await keptOf(heron, { ...organization, downloads: 900_000, createdAt: '2022-05-01' }))
  await store.put(
    await keptOf({ ...heron, name: 'heron-13b' }, { ...organization, downloads: 50, createdAt: '2023-02-03' }),
  )
  await store.put(await keptOf(bittern, { publisherKind: 'person', downloads: 7000, createdAt: '2024-02-03' }))
  await store.put(await keptOf(egret, { publisherKind: 'unknown', downloads: 5000, createdAt: '2025-07-09' }))
  await store.fail('a-run', 'hedgerow/gone', { kind: 'time', message: 'it took too long' })
  page = await surveyReport(store, knowledge)
})
afterAll(async () => {
  await store.close()
  place[Symbol.dispose]()
})

/** The section of the page with an id. */
const section = (id: string) => new RegExp(`<section id="${id}">([\\s\\S]*?)</section>`).exec(page)?.[1] ?? ''
/** The rows of a table as text. */
const rows = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  )

describe('the page of a survey', () => {
  test('begins with what one takes away', () => {
    expect(page).toContain('<h1>What 4 AI model releases really give</h1>')
    expect(page).toContain(
      'Of 4 releases by 3 publishers, 0 give, as proven or presumed, what Open Source AI asks for and 2 open ' +
        'weights. 0 offer weights with no license for them.',
    )
    // as many as the table of the definition and the law counts
    expect(page).toContain('2 call their model open source, or fully or truly so.')
  })

  test('tells few releases one by one before it counts them', () => {
    expect(page.indexOf('<section id="releases">')).toBeLessThan(page.indexOf('<section id="terms">'))
  })

  test('lists the releases of organizations, and no others', () => {
    const names = rows(section('releases')).map(([name]) => name)
    expect(names).toEqual(['release', 'marsh-lab/heron-13b', 'marsh-lab/heron-7b'])
    expect(section('releases')).toContain('2 of 4 by name')
    for (const part of ['releases', 'claims']) expect(section(part)).not.toMatch(/undetermined|supported/)
    expect(section('releases')).toMatch(/contradicted|goes too far|could not be told|holds/)
  })

  test('is one file that asks for nothing and runs nothing', () => {
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:\/\/|<script|<link|<img|@import|url\((?!#)/,
    )
    expect(page).toContain("default-src 'none'")
  })

  test('has its numbers in a table under each drawing', () => {
    const figures = [...page.matchAll(/<figure>([\s\S]*?)<\/figure>/g)].map(([, figure]) => figure ?? '')
    expect(figures.length).toBeGreaterThanOrEqual(9)
    for (const figure of figures)
      expect(figure).toMatch(/<\/svg><\/div>\n<details><summary>The numbers<\/summary><div class="scroll"[^>]*><table>/)
  })

  test('counts terms over time, by releases and by downloads', () => {
    const found = rows(section('time'))
    expect(found).toContainEqual(['year', 'Open Weights AI', 'Weights Available AI', 'all'])
    expect(found).toContainEqual(['2022', '1', '0', '1'])
    expect(found).toContainEqual(['2022', '900,000', '0', '900,000'])
    expect(found).toContainEqual(['2024', '0', '7,000', '7,000'])
  })

  test('sets claims against terms, and says which hold', () => {
    expect(rows(section('claims'))).toContainEqual(['“fully open”', '2'])
  })

  test('lays the word, the definition and the law side by side', () => {
    const found = rows(section('gap'))
    expect(found.at(0)?.[0]).toMatch(/Article 53\(2\)/)
    expect(found.find(([first]) => first === 'all')?.at(-1)).toBe('<b>4</b> <span>2 claim it</span>')
    expect(found.find(([first]) => first?.startsWith('EU-L5a'))?.at(-1)).toBe('2')
  })

  test('names organizations, and only counts accounts that may be a person’s', () => {
    expect(rows(section('organizations')).map(([first]) => first)).toEqual([
      'account',
      'marsh-lab',
      'persons (1 account)',
      'others (1 account)',
    ])
    expect(page).not.toContain('hedgerow')
    expect(page).not.toContain('tidewater')
    expect(page).not.toContain('/home/somebody')
  })

  test('says which clauses bind, how far data is opened, what conflicts with a base, and what failed', () => {
    expect(rows(section('clauses'))).toContainEqual(['Non-commercial only', '1', '0', '1'])
    expect(rows(section('data')).at(0)?.[0]).toBe('year')
    expect(section('conflicts')).toContain('llama')
    expect(rows(section('failures'))).toContainEqual(['it took too long', '1'])
  })

  test('is not made of an empty store', async () => {
    const empty = await openDuckdb(place.at('empty.duckdb'), { unwash: '0.1.0' })
    const { knowledge } = await loadKnown()
    await expect(surveyReport(empty, knowledge)).rejects.toThrow(/no releases are in the store/)
    await empty.close()
  })
})

describe('the tables of a survey, exported', () => {
  test('hold every row, as Parquet and as CSV, and name no account that may be a person’s', async () => {
    const out = place.at('tables')
    const files = await exportTables(store, out, ['meta-llama'])
    expect(files).toHaveLength(EXPORTED.length * 2)
    expect(readdirSync(out)).toHaveLength(EXPORTED.length * 2)
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const count = async (file: string) =>
      (await connection.runAndReadAll(`select count(*)::int as n from '${out}/${file}'`)).getRowsJS()[0]?.[0]
    for (const table of EXPORTED) {
      const [kept] = await store.ask(`select count(*) as count from ${table}`)
      expect(await count(`${table}.parquet`), table).toBe(kept?.count)
    }
    connection.closeSync()
    instance.closeSync()
    const text = EXPORTED.map(table => readFileSync(`${out}/${table}.csv`, 'utf8')).join('\n')
    expect(text).toContain('marsh-lab/heron-7b')
    expect(text).toContain('meta-llama/Llama-3.1-8B')
    expect(text).not.toMatch(/hedgerow|tidewater|bittern|egret/i)
  })

  test('have no cell in CSV that a table program would compute, and the words as they are in Parquet', async () => {
    const odd = await openDuckdb(place.at('odd.duckdb'), { unwash: '0.1.0' })
    const words = ['=cmd LICENSE', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', 'a=1', '1']
    const run = {
      id: 'r',
      startedAt: '2026-11-24T00:00:00.000Z',
      unwash: '0.1.0',
      knowledge: '2026-11-24',
      source: '=x',
    }
    await odd.begin(run)
    for (const [at, message] of words.entries())
      await odd.fail('r', `hf:meta-llama/${at}`, { kind: 'unreadable', message })
    const out = place.at('cells')
    await exportTables(odd, out, ['meta-llama'])
    const messages = async (from: string) =>
      (await odd.ask(`select message from ${from} order by target`)).map(({ message }) => message)
    expect(await messages(`read_parquet('${out}/failures.parquet')`)).toEqual(words)
    expect(await messages(`read_csv('${out}/failures.csv', all_varchar = true)`)).toEqual(
      words.map((word, at) => (at < 7 ? `'${word}` : word)),
    )
    expect(readFileSync(`${out}/runs.csv`, 'utf8')).toContain(",'=x")
    await odd.close()
  })

  test('are not written over something else, nor by half', async () => {
    const out = place.at('taken')
    mkdirSync(out)
    writeFileSync(`${out}/mine.txt`, 'mine')
    await expect(exportTables(store, out, [])).rejects.toThrow(/something is in the folder already/)
    expect(readdirSync(out)).toEqual(['mine.txt'])
    expect(existsSync(place.at('.unwash-export'))).toBe(false)
  })
})
