import { describe, expect, test } from 'vitest'
import { sentencesOfDocument } from '../../src/documents/sentences.ts'
import { read } from './read.ts'

const sentences = (content: string) => read(content).blocks.flatMap(block => sentencesOfDocument(block))
const texts = (content: string) => sentences(content).map(sentence => sentence.text)

describe('sentences', () => {
  test('each has its own lines', () => {
    const content = 'The code is MIT. The weights\nare under the Reed License.\nNothing else is.\n'
    expect(sentences(content).map(({ text, line, endLine }) => [text, line, endLine])).toEqual([
      ['The code is MIT.', 1, 1],
      ['The weights are under the Reed License.', 1, 2],
      ['Nothing else is.', 3, 3],
    ])
  })

  test.each([
    ['a version', 'Under the Reed License 2.0 since v1.5. It is free.', 2],
    ['a version before a full stop', 'Heron follows Reed 1.0. It is free.', 2],
    ['an abbreviation', 'Some tools, e.g. Heron, are free, cf. Smith et al. in 2024. Others are not.', 2],
    ['a company', 'Made by Marsh Inc. in Delta. It is free.', 2],
    ['an initial', 'Written by A. Heron. It is free.', 2],
    ['a file name', 'See LICENSE.md and README.txt for more. It is free.', 2],
    ['an address', 'See https://example.org/a.b?c=d! It is free.', 2],
    ['a number', 'It has 7.5 billion parameters. It is free.', 2],
    ['questions and cries', 'Is it free? Yes! It is.', 3],
    ['brackets', 'It is free (as in beer.) The rest is not.', 2],
  ])('%s ends no sentence that goes on', (_, content, count) => {
    expect(texts(content)).toHaveLength(count)
  })

  test('quotation marks stay with the sentence they end', () => {
    expect(texts('They say "it is free." We do not.\n')).toEqual(['They say "it is free."', 'We do not.'])
  })

  test('Chinese sentences end without a space', () => {
    expect(texts('代码采用 MIT 许可证。模型权重须遵守芦苇许可证；禁止商用！\n')).toEqual([
      '代码采用 MIT 许可证。',
      '模型权重须遵守芦苇许可证；',
      '禁止商用！',
    ])
  })

  test('the offset of a sentence is where it stands in its block', () => {
    const [block] = read('One is here.  Two is there. Three\n').blocks
    if (!block) throw new Error('no block')
    for (const { text, start } of sentencesOfDocument(block))
      expect(block.text.slice(start, start + text.length)).toBe(text)
    expect(sentencesOfDocument(block)).toHaveLength(3)
  })
})
