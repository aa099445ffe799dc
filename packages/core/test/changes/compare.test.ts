import { describe, expect, test } from 'vitest'
import { known, reportWith } from '../../../../test/judged.ts'
import { compareReports } from '../../src/changes/compare.ts'

const OPEN = '---\nlicense: mit\n---\n\n# Heron\n'
const changes = (before: string, after: string) =>
  compareReports(reportWith({ 'README.md': before }), reportWith({ 'README.md': after }), known.knowledge).changes
const told = (before: string, after: string) => changes(before, after).map(({ about, how }) => `${about} ${how}`)

describe('between two states of a release', () => {
  test('nothing is told where nothing that a report tells has changed', () => {
    expect(changes(OPEN, `${OPEN}\nMore words.\n`)).toEqual([])
  })

  test('a license that became narrower changes the term and the clauses, with both places', () => {
    const after = OPEN.replace('mit', 'cc-by-nc-4.0')
    expect(told(OPEN, after)).toEqual(expect.arrayContaining(['term changed', 'license changed', 'license added']))
    expect(changes(OPEN, after).find(({ about }) => about === 'license')).toMatchObject({
      says: expect.stringMatching(/^the weights were under MIT License, and are under Creative Commons/),
      before: [{ path: 'README.md', key: 'license', value: 'mit' }],
      after: [{ path: 'README.md', key: 'license', value: 'cc-by-nc-4.0' }],
    })
  })

  test('a license that is gone is told', () => {
    expect(changes(OPEN, '# Heron\n').find(({ about }) => about === 'license')).toMatchObject({
      how: 'removed',
      says: 'the weights were under MIT License, and are under no license found',
    })
  })

  test('another base model is named, with both', () => {
    const before = '---\nbase_model: meta-llama/Llama-2-7b-hf\nlicense: llama2\n---\n\n# Heron\n'
    const after = '---\nbase_model: meta-llama/Meta-Llama-3-8B\nlicense: llama3\n---\n\n# Heron\n'
    expect(changes(before, after).find(({ about }) => about === 'lineage')).toMatchObject({
      how: 'changed',
      says: 'it was made from meta-llama/Llama-2-7b-hf (llama2), and is made from meta-llama/Meta-Llama-3-8B (llama3)',
      before: [{ path: 'README.md', key: 'base_model' }],
      after: [{ path: 'README.md', key: 'base_model' }],
    })
  })

  test('a conflict that came is told with its place', () => {
    const after = OPEN.replace('license: mit', 'license: mit\nbase_model: google/gemma-2-9b')
    expect(changes(OPEN, after).find(({ about }) => about === 'conflict')).toMatchObject({
      how: 'added',
      says: expect.stringMatching(/^lineage-wider: /),
      after: [{ path: 'README.md', key: 'base_model' }, {}],
    })
  })
})
