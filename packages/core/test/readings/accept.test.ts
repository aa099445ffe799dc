import { describe, expect, test } from 'vitest'
import { acceptReadings } from '../../src/readings/accept.ts'
import { answersBy } from '../../src/readings/answers.ts'
import type { Question, Reading } from '../../src/report/question.ts'

const QUESTION: Question = {
  id: '0123456789ab',
  kind: 'takes',
  ask: 'What does this sentence take from whoever uses the weights of Heron?',
  of: { path: 'README.md', line: 3, endLine: 4, quote: 'Whoever fishes for gain\npays the lab.' },
  sentence: 'Whoever fishes for gain\npays the lab.',
  heading: '',
  neighbours: { before: '', after: '' },
  options: [
    { id: 'fee.paid', says: 'a fee' },
    { id: 'nothing', says: 'nothing' },
    { id: 'unclear', says: 'cannot be told' },
  ],
  definition: 'A sentence takes something where it asks for something.',
  falseFriends: 'A plea.',
}
const reading = (more: Partial<Reading> = {}): Reading => ({
  question: QUESTION.id,
  answer: 'fee.paid',
  quote: 'pays the lab',
  by: { kind: 'person', name: 'R. Marsh' },
  at: '2026-11-20',
  ...more,
})
const whyNot = (more: Partial<Reading>) => acceptReadings([QUESTION], [reading(more)]).refused[0]?.why

describe('a reading counts', () => {
  test('with an answer that was offered and words of the sentence, however its lines are broken', () => {
    expect(whyNot({})).toBeUndefined()
    expect(whyNot({ quote: 'for gain pays the lab.' })).toBeUndefined()
    expect(whyNot({ answer: 'unclear', quote: '' })).toBeUndefined()
    const { taken } = acceptReadings([QUESTION], [reading()])
    expect(taken).toEqual([{ reading: reading(), question: QUESTION }])
  })

  test('and else does not, for which there is one sentence', () => {
    expect(whyNot({ question: 'ba9876543210' })).toBe('no question has this id here; it may be of an older state')
    expect(whyNot({ answer: 'open' })).toBe('"open" is none of the answers that the question offers')
    expect(whyNot({ quote: '' })).toBe('it quotes no word of the sentence')
    expect(whyNot({ quote: 'pays the lab nothing' })).toBe('its quote is not in the sentence that was asked about')
    expect(whyNot({ quote: 'PAYS THE LAB' })).toBe('its quote is not in the sentence that was asked about')
  })

  test('where there is no sentence nothing is quoted', () => {
    const without = { ...QUESTION, sentence: '' }
    expect(acceptReadings([without], [reading({ quote: '' })]).refused).toEqual([])
  })
})

describe('of several readings of one question', () => {
  const answer = (...readings: readonly Reading[]) =>
    answersBy(readings.map(reading => ({ kind: 'takes', key: 'it', reading }))).of('takes', 'it')
  const model = (name: string, more: Partial<Reading> = {}) => reading({ by: { kind: 'model', name }, ...more })

  test('a person goes before agents and models, and a later word before an earlier one of the same person', () => {
    expect(answer(model('tern:3b', { answer: 'nothing', at: '2026-11-22' }), reading())).toBe('fee.paid')
    expect(answer(reading({ at: '2026-11-21', answer: 'nothing' }), reading())).toBe('nothing')
  })

  test('those that differ decide nothing, and who cannot tell says nothing', () => {
    expect(answer(reading(), reading({ by: { kind: 'person', name: 'S. Tern' }, answer: 'nothing' }))).toBeUndefined()
    expect(answer(model('tern:3b'), model('heron:70b', { answer: 'nothing' }))).toBeUndefined()
    expect(answer(model('tern:3b'), model('heron:70b', { answer: 'unclear' }))).toBe('fee.paid')
    expect(answer(reading({ answer: 'unclear' }))).toBeUndefined()
    expect(answer()).toBeUndefined()
  })
})
