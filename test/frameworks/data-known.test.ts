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
const bare = { components: { datasets: { presence: 'absent', ladder: 'none' } } } as const

test.each([
  ['licensed, its contents cleared, to be had by anyone', ['librispeech'], 'met'],
  ['the rights in its contents not stated', ['fineweb'], 'unmet'],
  ['no longer to be had', ['laion-5b'], 'unmet'],
  ['on request only', ['roots'], 'unmet'],
  ['after agreeing to terms', ['common-voice'], 'needs-human'],
  ['one of two not to be had', ['librispeech', 'books3'], 'unmet'],
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
