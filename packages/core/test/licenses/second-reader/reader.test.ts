import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nightly, processorTime } from '../../../../../test/tiers.ts'
import { secondReader } from '../../../src/licenses/second-reader/index.ts'
import { decodeWeights, encodeWeights } from '../../../src/licenses/second-reader/weights.ts'

const file = readFileSync(new URL('../../../../../dist/data/second-reader.bin', import.meta.url))
const reader = secondReader(file)
const read = (text: string, lead = '', heading = '') => reader.read({ text, heading, lead })

describe('the second reader', () => {
  test('says which kind may be there', () => {
    const text = 'Whoever makes money with these Weights falls outside of the grant; COMMERCIAL use is prohibited.'
    const [first] = read(text).possible
    expect(first?.kind).toBe('purpose.noncommercial')
  })

  test('says that something is taken in words that no kind has', () => {
    const { takes } = read('You must hand every copy back as soon as the steward asks for it.')
    expect(takes?.score).toBeGreaterThan(0)
  })

  test('says nothing of what takes nothing', () => {
    for (const text of [
      'Everybody may use the weights for every purpose, in business too.',
      'We thank the reviewers for their help.',
      'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.',
      '任何人均可免费使用本模型，包括商业用途。',
    ])
      expect(read(text), text).toMatchObject({ possible: [], takes: null })
  })

  test('reads an item with the sentence that governs it', () => {
    const military = (lead: string) =>
      reader.scores({ text: 'military applications;', heading: '', lead })[reader.kinds.indexOf('field.military')] ?? 0
    expect(military('you agree not to use the model for:')).toBeGreaterThan(military('the corpus has texts on:') + 1)
  })

  test('finds in a long sentence what it finds in a short one', () => {
    const ban = 'commercial use of the weights is strictly prohibited and '
    const long = `${'the annex lists the names of all the birds that were seen at the lake, and '.repeat(60)}${ban}`
    expect(read(long).takes).not.toBeNull()
    expect(read(long.repeat(3)).possible.map(({ kind }) => kind)).toContain('purpose.noncommercial')
  })

  nightly('takes time that grows with the text and no faster', async () => {
    const words = 'you may not use it, 不得商用, except with our consent; '
    await processorTime(() => read(words.repeat(500)))
    const short = await processorTime(() => read(words.repeat(2_000)))
    const long = await processorTime(() => read(words.repeat(16_000)))
    expect(long).toBeLessThan(40 * short + 400)
  })

  test('bears the empty and the odd', () => {
    for (const text of ['', ' ', '!!!', '\u0000\uffff', 'İ'.repeat(50), 'a'.repeat(5_000)])
      expect(() => read(text, text, text), JSON.stringify(text.slice(0, 9))).not.toThrow()
  })
})

describe('a file of weights', () => {
  test('comes to the same bytes again, also from the middle of a larger one', () => {
    const again = encodeWeights(decodeWeights(file))
    expect(Buffer.compare(again, file)).toBe(0)
    const larger = Buffer.concat([Buffer.alloc(13, 7), file])
    expect(Buffer.compare(encodeWeights(decodeWeights(larger.subarray(13))), file)).toBe(0)
  })

  test('is small enough to be sent to a browser', async () => {
    const { gzipSync } = await import('node:zlib')
    expect(file.length).toBeLessThan(3_000_000)
    expect(gzipSync(file, { level: 9 }).length).toBeLessThan(1_000_000)
  })

  test('of something else is refused', () => {
    expect(() => decodeWeights(new TextEncoder().encode('{"not": "weights"}\n'))).toThrow('run npm run build')
  })
})
