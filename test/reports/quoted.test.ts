import { expect, test } from 'vitest'
import { quoted } from '../../src/reports/words/quoted.ts'

test.each([
  ['- **Heron** is an [open-source model](https://heron.example/m).', 'Heron is an open-source model.'],
  ['### License\nThe `weights` are *free*.', 'License The weights are free.'],
  ['| Wren-1B | [card](w.md) | 开源 |', 'Wren-1B · card · 开源'],
  ['<a href="x"><b>Heron</b></a> is open, see [the card](https://heron.exam', 'Heron is open, see the card'],
  ['a file_name_here and 2 * 3', 'a file_name_here and 2 * 3'],
  ['prompt: | Harbor grants', 'prompt: | Harbor grants'],
  ['> \\[2024/06\\] Heron is open', '[2024/06] Heron is open'],
])('%s', (quote, shown) => expect(quoted(quote)).toBe(shown))

test('what was cut ends between words', () => {
  const shown = quoted(`${'the marsh '.repeat(19)}and the reeds stand`.slice(0, 200))
  expect(shown).toMatch(/(?:marsh|the|and)…$/)
  expect(quoted('沼泽里的苍鹭'.repeat(40).slice(0, 200))).toMatch(/[沼泽里的苍鹭]…$/)
})
