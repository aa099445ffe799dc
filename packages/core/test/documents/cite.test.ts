import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citeLines, citeMetadata, citeSentence } from '../../src/documents/cite.ts'
import { sentencesOfDocument } from '../../src/documents/sentences.ts'
import type { TextCitation } from '../../src/report/report.ts'
import { LONGEST_QUOTE } from '../../src/text/quote.ts'
import { frontMatterOf, read } from './read.ts'

const LINES = ['# Heron', '', 'A model. The weights are free,', 'the code is not.', '']

/** Whether a quote stands, letter for letter, on exactly the lines it names. */
function stands(cited: TextCitation, lines: readonly string[]): boolean {
  const named = lines.slice(cited.line - 1, cited.endLine).map(line => line.replace(/\r$/, ''))
  return named.join('\n').includes(cited.quote) && named.length === cited.quote.split('\n').length
}

describe('citing lines', () => {
  test('a line is quoted whole, without the space around it', () => {
    expect(citeLines('README.md', ['  A model.  \r'], 1)).toEqual({
      path: 'README.md',
      line: 1,
      endLine: 1,
      quote: 'A model.',
    })
  })

  test('several lines are quoted with their breaks', () => {
    expect(citeLines('README.md', LINES, 3, 4)).toMatchObject({
      line: 3,
      endLine: 4,
      quote: 'A model. The weights are free,\nthe code is not.',
    })
  })

  test('of lines longer than a quote the sentences that fit are quoted, and the line named on which they end', () => {
    const lines = ['One heron is free.', `See ${'a reed '.repeat(40)}too.`, `See ${'a marsh '.repeat(40)}too.`]
    expect(citeLines('README.md', lines, 1, 3)).toEqual({
      path: 'README.md',
      line: 1,
      endLine: 2,
      quote: lines.slice(0, 2).join('\n'),
    })
  })

  test('a sentence longer than a quote is cut between words, and said to be', () => {
    const cited = citeLines('README.md', [`You may not ${'see the reeds of the marsh '.repeat(30)}.`], 1)
    expect(cited.quote).toMatch(/ (?:see|the|reeds|of|marsh)$/)
    expect(cited.cut).toBe(true)
  })

  test('blank lines around the words are not named', () => {
    expect(citeLines('README.md', LINES, 2, 5)).toMatchObject({ line: 3, endLine: 4 })
  })

  test('lines past the end of the file are its last', () => {
    expect(citeLines('README.md', ['One.', 'Two.'], 9)).toMatchObject({ line: 2, endLine: 2, quote: 'Two.' })
  })

  test('any words of any lines stand where the citation says', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🪶', '。', '\t', '\r'), maxLength: 120 })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 4 }),
        (lines, first, more) => {
          const cited = citeLines('x', lines, first, first + more)
          return stands(cited, lines) && cited.quote.length <= LONGEST_QUOTE
        },
      ),
    )
  })
})

describe('citing sentences', () => {
  const cited = (content: string, words: string) => {
    const document = read(content)
    const found = document.blocks.flatMap(sentencesOfDocument).find(sentence => sentence.text.includes(words))
    if (!found) throw new Error(`no sentence has "${words}"`)
    return citeSentence(document, found.line, found.endLine, found.text)
  }

  test('a sentence is quoted from its beginning, out of the middle of a line', () => {
    expect(cited('A model. The weights of the heron\nare free.\n', 'weights')).toMatchObject({
      line: 1,
      endLine: 2,
      quote: 'The weights of the heron\nare free.',
    })
  })

  test('a sentence far into a long line is quoted, though its first words are marked up', () => {
    const content = `${'A long story of reeds. '.repeat(20)}The [**weights**](w) are under the Reed License.\n`
    expect(cited(content, 'Reed License').quote).toContain('Reed License')
  })

  test('so is a Chinese one', () => {
    const content = `${'这是一个关于芦苇的长故事。'.repeat(30)}**模型**权重须遵守芦苇许可证的条款。\n`
    expect(cited(content, '权重').quote).toContain('芦苇许可证')
  })
})

describe('citing metadata', () => {
  const cited = (front: string) =>
    frontMatterOf(`---\n${front}\n---\n`).entries.map(entry => citeMetadata('README.md', entry))

  test('a value is cited with its key and line, a list as it is written in JSON', () => {
    expect(cited('license: mit\nbase_model:\n- marsh/egret')).toEqual([
      { path: 'README.md', key: 'license', value: 'mit', line: 2 },
      { path: 'README.md', key: 'base_model', value: '["marsh/egret"]', line: 3 },
    ])
  })

  test('a long value is cut to what a citation holds', () => {
    expect(cited(`extra_gated_prompt: ${'words '.repeat(100)}`)).toMatchObject([
      { value: expect.stringMatching(/ words$/), cut: true },
    ])
  })
})
