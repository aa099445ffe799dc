import type { Evaluation } from '@unwash/core/report/report'
import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/names'
import { expect, test } from 'vitest'
import { decidesIn } from '../../src/pages/aside.tsx'

const { knowledge } = await loadKnown()
const names = knownNames(knowledge)
const row = (id: string, answer: Evaluation['requirements'][number]['answer']) => ({
  ...{ id, answer, because: id, rule: 'test', cited: [{ looked: ['README.md'] as [string] }] },
})
/** one that is required is open, one that is not has failed */
const requirements = [row('EU-25', 'unmet'), row('EU-G2', 'needs-human'), row('EU-L2', 'unknown')]

test('what is asked beside what is required decides no conclusion', () => {
  expect(decidesIn({ conclusion: 'unknown', requirements }, names)?.id).toBe('EU-L2')
  expect(decidesIn({ conclusion: 'needs-human', requirements }, names)?.id).toBe('EU-G2')
  expect(decidesIn({ conclusion: 'met', requirements }, names)).toBeUndefined()
  const failed = [...requirements, row('EU-L3', 'unmet')]
  expect(decidesIn({ conclusion: 'unmet', requirements: failed }, names)?.id).toBe('EU-L3')
})
