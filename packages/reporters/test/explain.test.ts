import { describe, expect, test } from 'vitest'
import { comparedWord, editDistance, nearest } from '../src/explain/explainer.ts'

describe('the nearest words', () => {
  const words = [
    'open-weights-ai',
    'open-source-ai',
    'scale.users',
    'share.branding',
    'llama2',
    'llama3',
    'llama3.1',
    'llama4',
    'mit',
  ]

  test.each([
    ['open-wieghts-ai', ['open-weights-ai']],
    ['branding', ['share.branding']],
    ['SCALE.USER', ['scale.users']],
    ['mti', ['mit']],
    ['xyzzyplugh', []],
    ['', []],
    ['a'.repeat(10_000), []],
  ])('of "%s"', (word, expected) => expect(nearest(word, words)).toEqual(expected))

  test('at most three, the nearest first', () => {
    expect(nearest('llama3.2', words)).toEqual(['llama3.1', 'llama2', 'llama3'])
  })
})

test.each([
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'acb', 1],
  ['abcd', 'bd', 2],
  ['kitten', 'sitting', 3],
])('from "%s" to "%s" it takes %i steps', (one, other, steps) => {
  expect(editDistance(one, other)).toBe(steps)
  expect(editDistance(other, one)).toBe(steps)
})

test('words are compared without case, spaces and punctuation', () => {
  expect(comparedWord('Open Source AI ')).toBe(comparedWord('open-source-ai'))
  expect(comparedWord('share.no_sublicense')).toBe('share-no-sublicense')
})
