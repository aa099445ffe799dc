import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/store/rows.ts'
import { OF_A_RELEASE, TABLES } from '../../src/store/tables.ts'
import { bittern, egret, heron, keptOf } from './kept.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const rows = async (setup: Parameters<typeof keptOf>[0], facts = {}) => rowsOf(await keptOf(setup, facts), 'an-id', NOW)

describe('the rows of a report', () => {
  test('have the columns that the tables declare, and no others', async () => {
    const made = await rows(egret)
    for (const name of OF_A_RELEASE) {
      if (name === 'reports') continue
      for (const row of made[name]) expect(Object.keys(row).sort()).toEqual(Object.keys(TABLES[name].columns).sort())
    }
    expect(made.answers.length).toBeGreaterThan(100)
  })

  test('are empty only where a column may be', async () => {
    for (const setup of [heron, bittern, egret]) {
      const made = await rows(setup)
      for (const name of OF_A_RELEASE) {
        if (name === 'reports') continue
        for (const row of made[name]) {
          const empty = Object.entries(row).flatMap(([column, value]) => (value === null ? [column] : []))
          const columns: Readonly<Record<string, { readonly empty: boolean }>> = TABLES[name].columns
          expect(empty.filter(column => columns[column]?.empty !== true)).toEqual([])
        }
      }
    }
  })

  test('say the term, the class of the weights and the claims that do not hold', async () => {
    const { releases, claims } = await rows(heron)
    expect(releases[0]).toMatchObject({
      name: 'marsh-lab/heron-7b',
      term: 'open-weights-ai',
      license_class: 'open-source',
      weights: 'released',
      contradicted: 1,
    })
    expect(claims[0]).toMatchObject({ kind: 'fully-open', checked: 'contradicted', path: 'README.md', line: 7 })
  })

  test('say which clauses bind the weights', async () => {
    const { clauses, releases } = await rows(bittern)
    expect(releases[0]?.license_class).toBe('non-commercial')
    expect(clauses.filter(clause => clause.on_weights).map(clause => clause.kind)).toContain('purpose.noncommercial')
  })

  test('say the class of what restricts beside what nobody understood, and none beside what is open', async () => {
    const odd = 'The weights fall under conditions of the tide: whoever holds them owes the marsh its due.'
    const beside = (license: string) => {
      const files = { 'README.md': `---\nlicense: ${license}\n---\n\n# Bittern\n\n## License\n\n${odd}\n` }
      return rows({ ...bittern, files: { ...files, 'model.safetensors': {} } })
    }
    expect((await beside('cc-by-nc-4.0')).releases[0]?.license_class).toBe('non-commercial')
    expect((await beside('mit')).releases[0]?.license_class).toBe('unknown')
  })

  test('say what a release starts from, and that its terms are wider', async () => {
    const { lineage, conflicts } = await rows(egret)
    expect(lineage[0]).toMatchObject({ model: 'meta-llama/Llama-3.1-8B', license: 'llama3.1', stands: 'wider' })
    expect(conflicts.map(conflict => conflict.kind)).toContain('lineage-wider')
  })

  test('take the day, the downloads and the kind of account from the list of the survey', async () => {
    const facts = { downloads: 120, likes: 4, createdAt: '2025-03-02T08:00:00.000Z', publisherKind: 'organization' }
    const { releases } = await rows(heron, facts)
    expect(releases[0]).toMatchObject({
      downloads: 120,
      likes: 4,
      created_on: '2025-03-02',
      publisher_kind: 'organization',
    })
    const unsaid = await rows(heron, { createdAt: 'long ago' })
    expect(unsaid.releases[0]).toMatchObject({ downloads: null, created_on: null, publisher_kind: 'unknown' })
  })
})
