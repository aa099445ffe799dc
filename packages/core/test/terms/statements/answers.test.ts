import { expect, test } from 'vitest'
import { reportWith } from '../../../../../test/judged.ts'

const card = (prose: string) => `---\nlicense: apache-2.0\n---\n\n# Heron\n\n${prose}\n`
const floorOf = (prose: string) => reportWith({ 'README.md': card(prose) }).term.floor

test.each([
  ['beside its question', '**Can I use it commercially?** No.'],
  ['under its question', '### Can I use the model commercially?\n\nNo.'],
  ['behind a letter', '**Q: Is commercial use allowed?**\n\nA: No, only research.'],
  ['on a badge', '![Use](https://img.shields.io/badge/use-research%20only-red)'],
])('a no %s takes what was asked for', (_, prose) => {
  expect(floorOf(prose)).toBe('weights-available-ai')
})

test.each([
  ['yes', '**Can I use it commercially?** Yes.'],
  ['no to another question', '**Do I need a GPU?** No.'],
])('an answer of %s takes nothing', (_, prose) => {
  expect(floorOf(prose)).toBe('open-weights-ai')
})
