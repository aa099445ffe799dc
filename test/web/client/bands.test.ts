import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BANDS, type BandLook, type BandSpan, bandLines } from '../../../src/web/client/marked/bands.ts'
import { paragraphs } from '../../../src/web/client/marked/flow.ts'

const bands = (content: string, ...spans: [BandLook, string][]) => {
  let at = 0
  const placed = spans.map(([look, words]): BandSpan => {
    const from = content.indexOf(words, at)
    at = from + words.length
    return { look, from, to: at }
  })
  return bandLines(content, placed).map(line => line.map(({ look, letters }) => `${look} ${letters}`).join(', '))
}

describe('the band beside a text', () => {
  test('has for each line what its words are, as long as their letters', () => {
    expect(
      bands(
        'MIT License\nYou may. Ask the owl.',
        ['notice', 'MIT License'],
        ['known', 'You may.'],
        ['open', 'Ask the owl.'],
      ),
    ).toEqual(['notice 11', 'known 8, open 12'])
  })

  test('goes on over a line, and over a blank one between lines that are alike', () => {
    expect(
      bands(
        'You may\nuse it.\n\nAnd sell it.\n\nAsk.',
        ['known', 'You may\nuse it.'],
        ['known', 'And sell it.'],
        ['open', 'Ask.'],
      ),
    ).toEqual(['known 7', 'known 7', 'known 1', 'known 12', '', 'open 4'])
  })

  test('begins and ends with the text', () => {
    expect(bands('\nAsk.\n\n', ['open', 'Ask.'])).toEqual(['', 'open 4', '', ''])
  })

  test('shows no more letters than there are', () => {
    const cuts = fc.array(fc.tuple(fc.constantFrom(...BANDS), fc.integer({ min: 1, max: 9 })))
    fc.assert(
      fc.property(fc.array(fc.constantFrom('aa', 'b', '')), cuts, (lines, all) => {
        const content = lines.join('\n')
        let at = 0
        const spans = all.flatMap(([look, length]) => {
          const [from, to] = [at, Math.min(content.length, at + length)]
          at = to
          return to > from ? [{ look, from, to }] : []
        })
        const made = bandLines(content, spans)
        expect(made).toHaveLength(content.split('\n').length)
        for (const [index, line] of content.split('\n').entries())
          expect(made[index]?.reduce((sum, { letters }) => sum + letters, 0) ?? 0).toBeLessThanOrEqual(line.length || 1)
      }),
    )
  })
})

test('lines that go on are one paragraph', () => {
  expect(paragraphs([false, true, true, false, false], 0, 5)).toEqual([
    [0, 1],
    [1, 4],
    [4, 5],
  ])
})
