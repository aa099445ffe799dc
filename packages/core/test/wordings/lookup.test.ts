import { expect, test } from 'vitest'
import { compiler } from '../../src/wordings/compile.ts'
import { lookupOf } from '../../src/wordings/lookup.ts'
import { parsePattern } from '../../src/wordings/pattern.ts'
import { patternsIn } from '../../src/wordings/patterns.ts'

test('a word is of what stands under it, under how it begins and how it ends', () => {
  const { numberOf, bytes } = compiler()
  const keys = ['sell', 're~', '~ing', '(lend|rent|sell)'].map(key => numberOf(parsePattern(key)))
  const lookup = lookupOf(patternsIn(bytes), [...keys, null])
  expect(lookup.in(['reselling'])).toEqual([1, 2])
  expect(lookup.in(['sell'])).toEqual([0, 3])
  expect(lookup.in(['rent', 'going', 'sell', 'lend'])).toEqual([0, 1, 2, 3])
  expect(lookup.in(['buy', 'ring a'])).toEqual([])
})
