import { expect, test } from 'vitest'
import type { Evaluator } from '../../src/frameworks/framework.ts'
import { met, unmet } from '../../src/frameworks/framework.ts'
import { evaluateOne } from '../../src/frameworks/index.ts'
import type { Framework } from '../../src/knowledge/knowledge.ts'
import { Evaluation } from '../../src/report/report.ts'
import { caseOf } from './case.ts'

const question = {
  group: 'size',
  severity: 'required',
  automation: 'auto',
  evidence: [],
  clauses: [],
  answers: {},
} as const
const ladder: Framework = {
  id: 'ladder-1',
  name: 'The Ladder',
  edition: '1',
  publisher: 'Hedgerow',
  note: null,
  source: 'an invented page',
  seenOn: '2026-11-24',
  requirements: [
    { ...question, id: 'L-1', question: 'Is it long?', citation: '§1', source: 'an invented page' },
    { ...question, id: 'L-2', question: 'Is it wide?', citation: '§2', source: 'an invented page' },
  ],
}

function evaluated(evaluator: Partial<Evaluator>) {
  const { current, model } = caseOf()
  const known = { ...current, knowledge: { ...current.knowledge, frameworks: new Map([[ladder.id, ladder]]) } }
  return evaluateOne(
    {
      id: 'ladder-1',
      judges: {
        'L-1': () => met('It is long.', [{ path: 'README.md' }]),
        'L-2': () => ({ ...unmet('It is not so wide.', [{ path: 'README.md' }]), level: 'partial' }),
      },
      conclude: () => 'unmet',
      ...evaluator,
    },
    known,
    model,
  )
}

test('a framework without a scale or readings of its own says nothing of either', () => {
  const evaluation = evaluated({
    judges: { 'L-1': () => met('Long.', [{ path: 'a' }]), 'L-2': (_, row) => row('L-1') },
  })
  expect(Object.keys(evaluation ?? {})).toEqual(['framework', 'edition', 'conclusion', 'requirements'])
  expect(Object.keys(evaluation?.requirements[0] ?? {})).toEqual(['id', 'answer', 'because', 'cited', 'rule'])
})

test('a reading, the steps of its own scale and its own shares are part of the evaluation', () => {
  const evaluation = evaluated({
    reading: 'strict',
    percentages: (framework, row) => ({
      met: (100 * framework.requirements.filter(({ id }) => row(id).answer === 'met').length) / 2,
    }),
  })
  expect(Evaluation.parse(evaluation)).toMatchObject({ reading: 'strict', percentages: { met: 50 } })
  expect(evaluation?.requirements.map(({ answer, level }) => [answer, level])).toEqual([
    ['met', undefined],
    ['unmet', 'partial'],
  ])
})
