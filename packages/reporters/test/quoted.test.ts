import { expect, test } from 'vitest'
import { inMarks, marked, quoted } from '../src/words/quoted.ts'

test.each([
  ['- **Heron** is an [open-source model](https://heron.example/m).', 'Heron is an open-source model.'],
  ['### License\nThe `weights` are *free*.', 'License The weights are free.'],
  ['| Wren-1B | [card](w.md) | 开源 |', 'Wren-1B · card · 开源'],
  ['<a href="x"><b>Heron</b></a> is open, see [the card](https://heron.exam', 'Heron is open, see the card'],
  ['a file_name_here and 2 * 3', 'a file_name_here and 2 * 3'],
  ['prompt: | Harbor grants', 'prompt: | Harbor grants'],
  ['> \\[2024/06\\] Heron is open', '[2024/06] Heron is open'],
])('%s', (quote, shown) => expect(quoted({ quote })).toBe(shown))

test('what is shown in part ends between words', () => {
  const shown = quoted({ quote: 'the marsh and the reeds stand '.repeat(9) }, 200)
  expect(shown).toMatch(/ (?:marsh|the|and|reeds|stand)…$/)
  expect(quoted({ quote: '沼泽里的苍鹭'.repeat(40) }, 200)).toMatch(/[沼泽里的苍鹭]…$/)
})

test.each([
  ['You may not sell it, except', 'You may not sell it, except…'],
  ['sell it in the marsh.', '…sell it in the marsh.'],
  ['sell it, except in the marsh;', '…sell it, except in the marsh;…'],
  ['除非获得苍鹭的书面许可', '除非获得苍鹭的书面许可…'],
])('what is cut has a sign where its sentence goes on: %s', (quote, shown) => {
  expect(marked({ quote, cut: true })).toBe(shown)
  expect(quoted({ quote, cut: true })).toBe(shown)
  expect(marked({ quote })).toBe(quote)
})

test.each([
  ['"Derived Model" means any', '“‘Derived Model’ means any”'],
  ['show “Built with Heron” there', '“show ‘Built with Heron’ there”'],
])('marks within marks are single ones: %s', (words, shown) => expect(inMarks(words)).toBe(shown))
