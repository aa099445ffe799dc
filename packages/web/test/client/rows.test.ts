import type { SortKey } from '@unwash/survey/store/query'
import { tallyTerms } from '@unwash/survey/store/store'
import { describe, expect, test } from 'vitest'
import { type SortedRow, tableOf } from '../../src/ordered.ts'
import { openIn } from '../../src/pages/explore/table.tsx'

const row = (name: string, more: Partial<SortedRow> = {}): SortedRow => ({
  name,
  publisher: name.split('/')[0] ?? '',
  term: 'open-weights-ai',
  license_class: 'open-source',
  data_ladder: 'vague',
  said: '',
  model_names: '',
  downloads: null,
  likes: null,
  created_on: '2025-03-01',
  kept_on: '2026-11-24',
  ...more,
})
const ROWS = [
  row('tidewater/Marten', {
    term: 'closed-ai',
    said: 'open-source:goes too far,open-data:supported',
    created_on: '2024-03-01',
  }),
  row('hedgerow/wren', { term: 'open-source-ai', data_ladder: 'released', model_names: 'wren-2b, siskin-7b' }),
  row('hedgerow/Finch', { kept_on: '2026-10-01' }),
]
const ask = tableOf(ROWS)
const found = (filters: Record<string, string>, sort: SortKey = 'name', descending = false) =>
  ask({ filters: new Map(Object.entries(filters)), sort, descending }).map(at => ROWS[at]?.name.split('/')[1])

test('models that differ are told by how many are open', () => {
  expect(openIn('open-weights-ai:6,weights-available-ai:2')).toBe('6 of 8 models open')
  expect(openIn('weights-available-ai:2,undetermined:1')).toBe('none of 3 models open')
  expect(openIn('open-source-ai:3')).toBeNull()
  expect(openIn('')).toBeNull()
  const terms = ['undetermined', 'open-weights-ai', 'open-weights-ai'] as const
  const models = terms.map((term, at) => ({ name: `wren-${at}b`, term }))
  expect(tallyTerms(models)).toBe('open-weights-ai:2,undetermined:1')
})

describe('the rows of the table', () => {
  test('are sorted by name, whatever its case', () => {
    expect(found({})).toEqual(['Finch', 'wren', 'Marten'])
  })

  test('are sorted by term from the most open to the least, and back', () => {
    expect(found({}, 'term')).toEqual(['wren', 'Finch', 'Marten'])
    expect(found({}, 'term', true)).toEqual(['Marten', 'Finch', 'wren'])
  })

  test('are filtered by part of a name, and by what they are', () => {
    expect(found({ name: 'mart' })).toEqual(['Marten'])
    expect(found({ publisher: 'hedgerow', ladder: 'released' })).toEqual(['wren'])
    expect(found({ claim: 'goes too far' })).toEqual(['Marten'])
    expect(found({ claim: 'supported' })).toEqual([])
    expect(found({ claim: 'none' })).toEqual(['Finch', 'wren'])
    expect(found({ kind: 'open-data' })).toEqual(['Marten'])
    // the check is that of the kind that is asked for
    expect(found({ kind: 'open-data', claim: 'goes too far' })).toEqual([])
    expect(found({ kind: 'open-data', claim: 'none' })).toEqual(['Finch', 'wren'])
    expect(found({ kind: 'open-data', claim: 'supported' })).toEqual(['Marten'])
    expect(found({ name: 'Siskin' })).toEqual(['wren'])
    expect(found({ year: '2024' })).toEqual(['Marten'])
    expect(found({ term: 'no-model' })).toEqual([])
  })

  test('are all there again when nothing is asked', () => {
    found({ name: 'mart' })
    expect(found({})).toHaveLength(3)
  })
})
