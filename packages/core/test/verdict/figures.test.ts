import { expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { collectFindings } from '../../src/verdict/findings.ts'
import { findOddFigures } from '../../src/verdict/index.ts'
import { withReadme } from '../evidence/gathered.ts'

test('a figure that cannot be is a finding with its place, and a note with its line', () => {
  const findings = collectFindings()
  const evidence = withReadme('# Heron\n\nHeron was trained on 10^25 tokens.\n')
  const notes = findOddFigures(evidence, knowledge, findings)
  expect(findings.all).toMatchObject([{ kind: 'figure-unit', cited: [{ path: 'README.md', line: 3 }] }])
  expect(notes).toEqual([{ path: 'README.md', says: expect.stringMatching(/^line 3: 1\.0e25 tokens are stated/) }])
})

test('figures that can be say nothing', () => {
  const findings = collectFindings()
  expect(findOddFigures(withReadme('# Heron\n\nTrained on 2T tokens.\n'), knowledge, findings)).toEqual([])
  expect(findings.all).toEqual([])
})
