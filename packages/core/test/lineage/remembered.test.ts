import { auditFromFacts } from '@unwash/project/facts'
import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { judge } from '../../src/judge.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'

/** The knowledge with one family more: its model under restricted terms, as somebody remembers or as was read. */
const withBase = (source: string): Knowledge => ({
  ...known.knowledge,
  models: [
    ...known.knowledge.models,
    {
      family: 'wader',
      publisher: 'Delta Corp',
      organizations: ['delta-corp'],
      source,
      seenOn: '2026-11-24',
      versions: [{ name: 'Wader', matches: ['wader'], license: 'gemma' }],
    },
  ],
})

const READ = 'delta-corp/wader README.md'
const REMEMBERED = 'the publisher’s cards, from memory'

describe.each([
  ['read', READ, ['weights-available-ai', 'weights-available-ai'], 'wider', 1],
  ['remembered', REMEMBERED, ['weights-available-ai', 'open-weights-ai'], 'unknown', 0],
] as const)('a license of a base that was %s', (_, source, term, stands, conflicts) => {
  const files = {
    ...WEIGHTS,
    'README.md': '---\nlicense: cc-by-4.0\nbase_model: delta-corp/wader-7b\n---\n\n# Heron\n',
  }
  const report = judge(releaseOf({ files }), { ...known, knowledge: withBase(source) }, TODAY)

  test('decides a term only where a source was opened', () =>
    expect([report.term.floor, report.term.ceiling]).toEqual(term))

  test('decides a conflict only where a source was opened, and is shown either way', () => {
    expect(report.conflicts).toHaveLength(conflicts)
    expect(report.lineage).toMatchObject([{ model: 'delta-corp/wader-7b', license: 'gemma', stands: stands }])
  })
})

test.each([
  [READ, 'weights-available-ai', 'facts'],
  [REMEMBERED, 'undetermined', 'none'],
])('what a project uses is judged by a license that was read: %s', (source, floor, from) => {
  const cited = [{ path: 'app.py', line: 1, endLine: 1, quote: 'load("delta-corp/wader-7b")' }] as const
  const used = { of: 'model', id: 'delta-corp/wader-7b', host: 'hub', cited } as const
  const audited = auditFromFacts(used, { ...known, knowledge: withBase(source) }, TODAY)
  expect([audited.report.term.floor, audited.from]).toEqual([floor, from])
  expect(audited.says).toContain('Gemma Terms')
})
