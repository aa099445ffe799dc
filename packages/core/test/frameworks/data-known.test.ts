import { expect, test } from 'vitest'
import type { KnownModel } from '../../src/knowledge/knowledge.ts'
import { answerTo } from './case.ts'

const trainedOn = (...sets: readonly string[]): readonly KnownModel[] => [
  {
    name: 'Tern',
    matches: ['tern-7b'],
    license: null,
    openData: true,
    openCode: true,
    trainedOn: { sets, source: 'an invented page', seenOn: '2026-11-24' },
  },
]
const remembered = (sets: readonly string[]) =>
  trainedOn(...sets).map(model => ({ ...model, source: 'its pages, from memory' }))
const bare = { components: { datasets: { presence: 'absent', ladder: 'none' } } } as const

test.each([
  ['licensed, its contents cleared, to be had by anyone', ['librispeech'], 'met'],
  ['the rights in its contents not stated', ['fineweb'], 'unmet'],
  ['no longer to be had', ['laion-5b'], 'unmet'],
  ['remembered, and in no source that was opened', ['roots'], 'needs-human'],
  ['after agreeing to terms', ['common-voice'], 'needs-human'],
  ['one of two not to be had', ['librispeech', 'laion-5b'], 'unmet'],
] as const)('open data by dated facts: %s', (_, sets, answer) => {
  const { answer: given, cited } = answerTo('G7-D1', { ...bare, known: trainedOn(...sets) })
  expect(given).toBe(answer)
  expect(cited.some(citation => 'fact' in citation)).toBe(true)
})

test('given with contents nobody speaks for: Open Source AI is for a person, and with open data it is not', () => {
  expect(answerTo('G7-D2', { ...bare, known: trainedOn('fineweb') }).answer).toBe('needs-human')
  expect(answerTo('G7-D2', { ...bare, known: trainedOn('laion-5b') }).answer).toBe('unmet')
})

test.each(['OSAID-D1a', 'OSAID-D1d', 'OSAID-D2', 'OSAID-D3', 'OSAID-D4', 'OSAID-D6', 'OSAID-D7'])(
  'facts alone never meet %s: a person looks there',
  id => expect(answerTo(id, { ...bare, known: trainedOn('the-pile') }).answer).toBe('needs-human'),
)

test('a fact that is only remembered decides no requirement: neither what data was used nor that it is open', () => {
  const [fact] = trainedOn('librispeech')
  const forgotten = fact?.trainedOn && { ...fact, trainedOn: { ...fact.trainedOn, source: 'its card, from memory' } }
  expect(answerTo('G7-D1', { ...bare, known: forgotten ? [forgotten] : [] }).answer).toBe('needs-human')
  expect(answerTo('G7-D1', { ...bare, known: remembered(['librispeech']) }).answer).toBe('needs-human')
  const lineage = [{ model: 'delta-corp/tern-7b', relation: 'finetune' }] as const
  const ofBase = (known: readonly KnownModel[]) => answerTo('G7-T', { lineage, known, knownOf: ['delta-corp'] }).answer
  expect(ofBase(trainedOn('librispeech'))).toBe('met')
  expect(ofBase(remembered(['librispeech']))).toBe('unknown')
})
