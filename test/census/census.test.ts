import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadKnown } from '../../src/known.ts'
import type { Known } from '../../src/licenses/known.ts'
import { namesOf } from '../../src/reports/names.ts'
import { censusReporters } from '../../src/survey/census/formats.ts'
import { type Census, takeCensus } from '../../src/survey/census/index.ts'
import { command, ended, start } from '../queue/programs.ts'
import { type DumpedModel, type Shape, writeDump } from './dump.ts'

/** every figure of this dump can be counted by hand */
const MODELS: readonly DumpedModel[] = [
  // a known organization's model under its own terms, and what was made of it
  { id: 'meta-llama/Heron-8B', license: 'llama3.1', year: 2024, downloads: 1000, gated: 'manual' },
  { id: 'hedgerow/heron-chat', license: 'apache-2.0', bases: ['meta-llama/Heron-8B'], year: 2024, downloads: 100 },
  {
    id: 'tidewater/heron-q4',
    license: 'llama3.1',
    bases: ['meta-llama/Heron-8B'],
    relation: 'quantized',
    downloads: 50,
  },
  { id: 'tidewater/heron-nc', license: 'cc-by-nc-4.0', bases: ['meta-llama/Heron-8B'], downloads: 5 },
  { id: 'meta-llama/Heron-Guard', license: 'mit', bases: ['meta-llama/Heron-8B'], year: 2024, downloads: 70 },
  { id: 'sparrow/heron-lora', bases: ['meta-llama/Heron-8B'], relation: 'adapter', downloads: 3 },
  // an open base, and one that asks for its own license
  { id: 'hedgerow/wren', license: 'mit', year: 2023, downloads: 40 },
  { id: 'sparrow/wren-nc', license: 'cc-by-nc-4.0', bases: ['hedgerow/wren'], downloads: 4 },
  { id: 'sparrow/wren-apache', license: 'apache-2.0', bases: ['hedgerow/wren'], downloads: 4 },
  { id: 'hedgerow/rook', license: 'gpl-3.0', year: 2023, downloads: 30, gated: 'auto' },
  { id: 'sparrow/rook-mit', license: 'mit', bases: ['hedgerow/rook'], downloads: 2 },
  // of two bases the worst counts
  {
    id: 'sparrow/mixed',
    license: 'mit',
    bases: ['hedgerow/wren', 'meta-llama/Heron-8B'],
    relation: 'merge',
    downloads: 6,
  },
  { id: 'sparrow/lost', license: 'mit', bases: ['nowhere/else'], downloads: 1 },
  { id: 'sparrow/itself', license: 'mit', bases: ['sparrow/itself'], downloads: 1 },
  // other licenses by name
  { id: 'a1/one', license: 'other', licenseName: 'hedgerow-17', downloads: 1 },
  { id: 'a2/two', license: 'other', licenseName: 'Hedgerow-17', downloads: 1 },
  { id: 'a3/three', license: 'other', licenseName: 'hedgerow-17', downloads: 1 },
  { id: 'a4/four', license: 'other', licenseName: 'hedgerow-17', downloads: 1 },
  { id: 'a5/five', license: 'other', licenseName: 'hedgerow-17', downloads: 1 },
  { id: 'a5/six', license: 'other', licenseName: 'for my friend Wil', downloads: 2 },
  { id: 'a5/seven', license: 'other', licenseName: 'llama3_1', downloads: 7 },
  { id: 'a5/eight', license: 'other', downloads: 1 },
  { id: 'a5/nine', license: 'wil-private-terms', downloads: 1 },
  // nothing, and not there
  { id: 'a6/ten', downloads: 9, year: 2023 },
  { id: 'a6/hidden', license: 'mit', private: true, downloads: 5000 },
  { id: 'a6/gone', license: 'mit', disabled: true, downloads: 5000 },
]

let known: Known
beforeAll(async () => {
  known = await loadKnown()
})

const take = async (models: readonly DumpedModel[], shape?: Shape) => takeCensus(await writeDump(models, shape), known)
const of = <T extends object>(rows: readonly T[], key: keyof T, value: unknown) =>
  rows.find(row => row[key] === value) ?? { models: 0, downloads: 0 }

describe('a census of a dump', () => {
  let census: Census
  beforeAll(async () => {
    census = await take(MODELS)
  })

  test('counts what is there, and says what was left out', () => {
    expect(census.all).toEqual({ models: 24, downloads: 1341, downloadsAllTime: 13410, accounts: 10 })
    expect(census.dump.notes).toEqual(['left out: 1 private model', 'left out: 1 model that the hub has disabled'])
    expect(census.dump.newest).toBe('2025-03-01')
    expect(census.gates.map(({ gate, models }) => [gate, models])).toEqual([
      ['none', 22],
      ['auto', 1],
      ['manual', 1],
    ])
  })

  test('tells the classes of what is declared', () => {
    expect(census.classes.map(({ class: id, models, downloads }) => [id, models, downloads])).toEqual([
      ['open-source', 9, 254],
      ['community-restricted', 3, 1057],
      ['non-commercial', 2, 9],
      ['none', 2, 12],
      ['unknown', 8, 9],
    ])
    expect(census.licenses.map(({ license, models }) => [license, models])).toContainEqual(['llama3.1', 3])
  })

  test('tells them by the year in which a model was put there', () => {
    const none = census.years.filter(row => row.class === 'none')
    expect(none.map(({ year, models }) => [year, models])).toEqual([
      [2023, 1],
      [2025, 1],
    ])
    expect(census.lineage.years).toContainEqual({
      year: 2024,
      standing: 'wider',
      models: 1,
      downloads: 100,
      downloadsAllTime: 1000,
    })
  })

  test('tells "other" by name, and counts the names that few accounts use', () => {
    expect(census.other).toMatchObject({ models: 8, downloads: 15 })
    expect(census.other.named.map(({ name, license, models, accounts }) => [name, license, models, accounts])).toEqual([
      ['hedgerow-17', null, 5, 5],
      ['llama3_1', 'llama3.1', 1, 1],
    ])
    expect(census.other.rare).toEqual({ names: 1, models: 1, downloads: 2, downloadsAllTime: 20 })
    expect(census.other.unnamed).toEqual({ models: 1, downloads: 1, downloadsAllTime: 10 })
  })

  test('compares what derivatives declare with what their bases declare', () => {
    const models = (standing: string) => of(census.lineage.standings, 'standing', standing).models
    expect(census.lineage.derivatives.models).toBe(10)
    // an open license over limits, a permissive one over one that asks for itself, and a merge with one such base
    expect(models('wider')).toBe(3)
    expect(models('same')).toBe(1)
    expect(models('narrower')).toBe(1)
    expect(models('both-open')).toBe(1)
    expect(models('missing')).toBe(1)
    // two sets of limits: only a text could keep both
    expect(models('unknown')).toBe(1)
    expect(models('own')).toBe(1)
    expect(models('base-not-found')).toBe(1)
  })

  test('names which license was put over which, and only bases of known organizations', () => {
    expect(census.lineage.wider.map(({ own, base, models }) => [own, base, models])).toEqual(
      expect.arrayContaining([
        ['apache-2.0', 'llama3.1', 1],
        ['mit', 'llama3.1', 1],
        ['mit', 'gpl-3.0', 1],
      ]),
    )
    expect(census.lineage.bases.map(({ model, models }) => [model, models])).toEqual([['meta-llama/Heron-8B', 2]])
    expect(census.lineage.otherBases).toMatchObject({ bases: 1, models: 1 })
    expect(census.organizations.map(({ organization, classes }) => [organization, classes])).toEqual([
      ['meta-llama', { 'open-source': 1, 'community-restricted': 1 }],
    ])
  })

  test('names no account and no word of one that may be a person', () => {
    const shown = censusReporters.map(({ render }) => render(census, { names: namesOf(known.knowledge) })).join('\n')
    expect(shown).toContain('meta-llama')
    expect(shown).not.toMatch(/sparrow|tidewater|\ba[1-6]\b|friend Wil|wil-private/)
  })

  test.each(['structures', 'texts'] as const)('is the same of a dump of %s', async shape => {
    const { dump, ...same } = await take(MODELS, shape)
    const { dump: before, ...rest } = census
    expect(same).toEqual(rest)
    expect(dump.notes).toEqual(before.notes)
  })

  test('reads an old dump of tags alone, and says what it cannot tell', async () => {
    const old = await take(MODELS, 'tags')
    expect(old.lineage.standings).toEqual(census.lineage.standings)
    expect(old.lineage.relations).toEqual(census.lineage.relations)
    expect(old.other.unnamed.models).toBe(8)
    expect(old.dump.notes).toEqual(['the dump has no card data: names of other licenses are not known'])
  })

  test('relies on no more than the least open of several licenses', async () => {
    const { licenses } = await take([{ id: 'hedgerow/two', license: ['mit', 'cc-by-nc-4.0'] }])
    expect(licenses).toMatchObject([{ license: 'cc-by-nc-4.0 AND mit', class: 'non-commercial' }])
  })
})

test('the command counts a dump, and tells in one sentence what is none', async () => {
  const dump = await writeDump(MODELS)
  const json = start(command, ['survey', 'census', dump, '--format', 'json'])
  expect(await ended(json)).toBe(0)
  const said = json.said()
  expect(JSON.parse(said.slice(said.indexOf('{')))).toMatchObject({ schemaVersion: 1, all: { models: 24 } })
  const none = start(command, ['survey', 'census', 'nowhere.parquet'])
  expect(await ended(none)).toBe(2)
  expect(none.said()).toContain('unwash: cannot read the dump "nowhere.parquet": give a Parquet file that is there\n')
})

describe('what is no dump', () => {
  test('is refused with the columns that are missing', async () => {
    const path = await writeDump([{ id: 'hedgerow/wren' }])
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const bare = join(path, '..', 'bare.parquet')
    await connection.run(`copy (select 1 as id, 'x' as title) to '${bare}' (format parquet)`)
    await expect(takeCensus(bare, known)).rejects.toThrow(
      /no column createdAt, downloads, cardData or tags ".*": .* the columns here are id, title$/,
    )
  })

  test('is refused where the file is cut off, damaged, empty, of another kind or not there', async () => {
    const path = await writeDump(MODELS)
    const bytes = readFileSync(path)
    const put = (name: string, content: string | Buffer) => {
      const file = join(path, '..', name)
      writeFileSync(file, content)
      return takeCensus(file, known)
    }
    await expect(put('cut.parquet', bytes.subarray(0, bytes.length / 2))).rejects.toThrow(/cut off ".*": get it again/)
    await expect(put('damaged.parquet', Buffer.concat([bytes.subarray(0, 40), bytes.subarray(90)]))).rejects.toThrow(
      /damaged ".*": get it again/,
    )
    await expect(put('empty.parquet', '')).rejects.toThrow(/no Parquet file/)
    await expect(put('list.parquet', 'hedgerow/wren\n'.repeat(9))).rejects.toThrow(/no Parquet file/)
    await expect(takeCensus(join(path, '..', 'none.parquet'), known)).rejects.toThrow(/cannot read the dump/)
    await expect(takeCensus(join(path, '..'), known)).rejects.toThrow(/cannot read the dump|no Parquet file/)
  })

  test('a size of memory that is none is refused', async () => {
    await expect(takeCensus('x', known, { memory: 'lots' })).rejects.toThrow('--memory wants a size')
  })
})
