import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MarkedSpan, markLines } from '../../src/client/marked/cited.ts'

const cut = (content: string, ...spans: MarkedSpan[]) =>
  markLines(content, spans).map(line => line.map(({ text, marks, begins }) => [text, marks.join(), begins.join()]))

describe('a text with marks', () => {
  test('is cut where a mark begins or ends', () => {
    expect(cut('You may not sell it.', { from: 4, to: 11, mark: 1 })).toEqual([
      [
        ['You ', '', ''],
        ['may not', '1', '1'],
        [' sell it.', '', ''],
      ],
    ])
  })

  test('goes on with a mark over lines, which begins once', () => {
    expect(cut('a bc\nde f', { from: 2, to: 7, mark: 1 })).toEqual([
      [
        ['a ', '', ''],
        ['bc', '1', '1'],
      ],
      [
        ['de', '1', ''],
        [' f', '', ''],
      ],
    ])
  })

  test('shows where marks overlap', () => {
    expect(cut('abcd', { from: 0, to: 3, mark: 1 }, { from: 2, to: 4, mark: 2 })).toEqual([
      [
        ['ab', '1', '1'],
        ['c', '1,2', '2'],
        ['d', '2', ''],
      ],
    ])
  })

  test('is whole: nothing is lost and every mark begins once', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '字') })
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 8 })
    fc.assert(
      fc.property(letters, spans, (content, places) => {
        const all = places
          .map(([from, length], mark): MarkedSpan => ({ from, to: Math.min(content.length, from + length), mark }))
          .filter(({ from, to }) => content.slice(from, to).replaceAll('\n', '') !== '')
        const lines = markLines(content, all)
        expect(lines.map(line => line.map(piece => piece.text).join('')).join('\n')).toBe(content)
        const begun = lines.flatMap(line => line.flatMap(piece => piece.begins))
        expect([...begun].sort()).toEqual(all.map(({ mark }) => mark).sort())
        for (const { from, to, mark } of all) {
          const marked = lines.flatMap(line => line.filter(piece => piece.marks.includes(mark)).map(({ text }) => text))
          expect(marked.join('')).toBe(content.slice(from, to).replaceAll('\n', ''))
        }
      }),
    )
  })
})
