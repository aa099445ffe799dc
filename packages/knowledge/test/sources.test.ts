import { placeInWords } from '@unwash/reporters/words/places'
import { expect, test } from 'vitest'

test('a fact without a source that was opened is cited as that', () => {
  const fact = { fact: 'the license of a model', seenOn: '2026-11-24' }
  expect(placeInWords({ ...fact, source: 'https://hub.example/x' })).toBe('https://hub.example/x, seen 2026-11-24')
  expect(placeInWords({ ...fact, source: 'the model cards, from memory' })).toBe(
    'known to unwash since 2026-11-24, without a source that was opened',
  )
})
