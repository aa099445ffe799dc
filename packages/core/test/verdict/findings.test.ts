import { describe, expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { collectFindings, shortHash } from '../../src/verdict/findings.ts'
import { PIER, QUAY } from '../texts.ts'

describe('a finding is named by its kind, its place and what it says', () => {
  test('the same between runs', () => {
    const findings = collectFindings()
    const id = findings.add('bar', 'It bars.', [{ path: 'LICENSE' }], 'another text')
    expect(id).toBe(collectFindings().add('bar', 'It bars.', [{ path: 'LICENSE' }], 'other words here'))
    expect(id).toMatch(/^bar:LICENSE:[0-9a-z]{6}$/)
  })

  test('another, where it says something else, or elsewhere', () => {
    const findings = collectFindings()
    findings.add('bar', 'It bars.', [{ path: 'LICENSE' }], '')
    findings.add('bar', 'It bars more.', [{ path: 'LICENSE' }], '')
    findings.add('bar', 'It bars.', [{ path: 'NOTICE' }], '')
    expect(new Set(findings.all.map(finding => finding.id)).size).toBe(3)
  })

  test('and kept once', () => {
    const findings = collectFindings()
    for (let time = 0; time < 3; time++) findings.add('bar', 'It bars.', [{ path: 'LICENSE' }], '')
    expect(findings.all).toHaveLength(1)
  })

  test('of an absence and of a fact', () => {
    const findings = collectFindings()
    expect(findings.add('none', 'x', [{ looked: ['3 file names'] }], '')).toMatch(/^none:absent:/)
    expect(findings.add('fact', 'x', [{ fact: 'f', source: 's', seenOn: '2026-11-24' }], '')).toMatch(/^fact:known:/)
  })

  test('a hash is six digits, whatever the text', () => {
    for (const text of ['', 'a', 'ä水', 'x'.repeat(10_000)]) expect(shortHash(text)).toMatch(/^[0-9a-z]{6}$/)
  })
})

test('the id of a finding does not change when a line is put before what it cites', () => {
  const ids = (license: string) => reportWith({ LICENSE: license }).term.because.filter(id => id.startsWith('bar-'))
  expect(ids(PIER)).toEqual(ids(`\n\n${PIER}`))
  expect(ids(PIER).length).toBeGreaterThan(0)
})

test('every finding says what evidence would change it', () => {
  const { findings } = reportWith({ LICENSE: QUAY, 'README.md': '---\nlicense: mit\n---\n\n# Heron\n' })
  expect(findings.length).toBeGreaterThan(3)
  for (const finding of findings) expect(finding.wouldChange).not.toBe('')
})

test('every reason of a term is a finding of the report', () => {
  const { findings, term, models } = reportWith({ LICENSE: PIER })
  const known = new Set(findings.map(finding => finding.id))
  for (const because of [term, ...models.map(model => model.term)].flatMap(term => term.because))
    expect(known).toContain(because)
})
