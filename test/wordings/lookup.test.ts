import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Key, readKey } from '../../src/wordings/keys.ts'
import { lookupOf } from '../../src/wordings/lookup.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ü'), minLength: 1, maxLength: 4 })
const key = fc.record({ word, match: fc.constantFrom('whole', 'start', 'end') }) satisfies fc.Arbitrary<Key>
const sorted = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other)

test('a word is of what was entered under it, under how it begins and how it ends', () => {
  const lookup = lookupOf([['sell'], ['re~'], ['~ing'], ['lend']].map(keys => keys.map(readKey)))
  expect(sorted(lookup.of('reselling'))).toEqual([1, 2])
  expect(lookup.of('sell')).toEqual([0])
  expect(lookup.of('buy')).toEqual([])
})

test('what is entered after a word was looked up is found as what was entered before', () => {
  fc.assert(
    fc.property(fc.array(key), fc.array(key), fc.array(word), (before, after, words) => {
      const lookup = lookupOf(before.map(one => [one]))
      for (const one of words) lookup.of(one)
      for (const [number, one] of after.entries()) lookup.enter(one, before.length + number)
      const anew = lookupOf([...before, ...after].map(one => [one]))
      for (const one of words) expect(sorted(lookup.of(one))).toEqual(sorted(anew.of(one)))
    }),
  )
})
