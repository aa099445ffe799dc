import { expect, test } from 'vitest'
import { reportOn } from '../../../../test/judged.ts'

const termOf = (license: string) =>
  reportOn({ files: { 'README.md': '# Heron\n', 'model.safetensors': { size: 9e8 }, LICENSE: license } }).term.floor

test('what a text in a language that is read in part bars restricts, and what it allows opens nothing', () => {
  const begins = '利用規約\n\n第一条 この規約は、青鷺の重みに適用されるものとする。\n\n'
  expect(termOf(`${begins}第二条 利用者は、これを学術研究の目的にのみ使用する。\n`)).toBe('weights-available-ai')
  expect(termOf(`${begins}第二条 利用者は、これを湖の上で読むものとする。\n`)).toBe('undetermined')
  expect(termOf(`${begins}第二条 誰でも自由に使用、改変、販売できます。\n`)).toBe('undetermined')
})
