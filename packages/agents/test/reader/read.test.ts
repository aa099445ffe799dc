import type { Question } from '@unwash/core/report/question'
import { describe, expect, test } from 'vitest'
import { budgetOf } from '../../src/reader/budget.ts'
import { type Rounds, readBy } from '../../src/reader/read.ts'
import { modelReaderOf, type Plan } from '../../src/reader/reader.ts'
import { aQuestion } from './questions.ts'
import { answering, serveModel } from './served.ts'

/** Asks the first question, then one more for each answer. */
const raising: Rounds<readonly Question[]> = {
  questions: open => open,
  with: (open, more) => [...open, ...more.map(({ question }) => aQuestion({ id: `${question}-more` }))],
}

async function readWith(allowed: (plan: Plan) => Promise<boolean>, answer = 'nothing') {
  const model = await serveModel(answering(answer, answer === 'nothing' ? undefined : ''))
  const address = { provider: 'served', model: 'heron:1b', base: model.base, key: null, local: true }
  const reader = modelReaderOf(address, { budget: budgetOf({ questions: 100, cost: null }), cache: null })
  const came = await readBy([aQuestion({ id: 'q' })], raising, { reader, allowed })
  return { ...came, requests: model.requests.length }
}

describe('what answers raise', () => {
  test('is asked too, each question once, and not without end', async () => {
    const { readings, state, requests } = await readWith(async () => true)
    expect(readings.map(({ question }) => question)).toEqual(['q', 'q-more', 'q-more-more', 'q-more-more-more'])
    expect(requests).toBe(4)
    expect(state.map(({ id }) => id)).toContain('q-more-more-more-more')
  })

  test('is left where it may not be sent', async () => {
    const none = await readWith(async () => false)
    expect([none.readings, none.left.map(({ id }) => id), none.requests]).toEqual([[], ['q'], 0])
    let before = 0
    const once = await readWith(async () => before++ === 0)
    expect([once.readings.length, once.left.map(({ id }) => id), once.requests]).toEqual([1, ['q-more'], 1])
  })
})
