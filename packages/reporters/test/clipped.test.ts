import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOf, widthOf } from '../src/words/clipped.ts'

const rows = (text: string, columns: number) => rowsOf(text, columns).map(({ from, to }) => text.slice(from, to))

test.each([
  ['a heron on a mast', 7, ['a heron', 'on a', 'mast']],
  ['a heronries', 6, ['a hero', 'nries']],
  ['of heronries', 6, ['of her', 'onries']],
  ['a marshland', 4, ['a ma', 'rshl', 'and']],
  ['苍鹭 在 桅杆上', 5, ['苍鹭', '在 桅', '杆上']],
  ['', 5, ['']],
])('“%s” in %i columns', (text, columns, expected) => {
  expect(rows(text, columns)).toEqual(expected)
})

test('no row is wider than there is room for, and nothing but spaces is left out', () => {
  const letter = fc.constantFrom('a', 'e\u0301', '“', '…', '苍', '👍🏽', '✓', ' ', ' ')
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 50 }), fc.integer({ min: 8, max: 20 }), (written, columns) => {
      const text = written.trim()
      const cut = rows(text, columns)
      expect(cut.filter(row => widthOf(row) > columns)).toEqual([])
      expect(cut.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})
