import { describe, expect, test } from 'vitest'
import { bars, type Chart, columns, inShort, stepOf, tableOf } from '../../src/plots/index.ts'

const chart: Chart = {
  id: 'birds',
  title: 'Birds by year',
  by: 'year',
  series: [
    { id: 'heron', label: 'herons', tone: stepOf(0) },
    { id: 'egret', label: 'egrets', tone: stepOf(1) },
    { id: 'none', label: 'none at all', tone: stepOf(2) },
  ],
  rows: [
    { label: '2025', values: { heron: 30, egret: 10 } },
    { label: '2026', values: { egret: 1200 } },
  ],
}

/** Heights or widths of the areas whose title has these words. */
const size = (svg: string, words: string, of: 'width' | 'height') =>
  [...svg.matchAll(/<rect ([^>]*)><title>([^<]*)<\/title>/g)].flatMap(([, attributes, title]) =>
    title?.includes(words) ? [Number(new RegExp(`${of}="([\\d.]+)"`).exec(attributes ?? '')?.[1])] : [],
  )

describe('plots', () => {
  test('columns are as high as their numbers', () => {
    const svg = columns(chart)
    const [heron] = size(svg, '2025, herons: 30', 'height')
    const [egret] = size(svg, '2026, egrets: 1,200', 'height')
    expect((egret ?? 0) / (heron ?? 1)).toBeGreaterThan(35)
    expect((egret ?? 0) / (heron ?? 1)).toBeLessThan(45)
  })

  test('columns have round steps, however few there are', () => {
    const svg = columns({ ...chart, rows: [{ label: '2025', values: { heron: 10 } }] })
    const steps = [...svg.matchAll(/text-anchor="end"[^>]*>(\d+)</g)].map(([, text]) => Number(text))
    const [, step = 0] = steps
    expect(steps).toEqual(steps.map((_, at) => at * step))
  })

  test('bars are as long as their numbers, or as their part of the row', () => {
    const [heron, egret] = [size(bars(chart), '2025, herons', 'width'), size(bars(chart), '2025, egrets', 'width')]
    expect((heron[0] ?? 0) / (egret[0] ?? 1)).toBeCloseTo(3, 1)
    const share = bars(chart, { share: true })
    const [whole] = size(share, '2026, egrets', 'width')
    expect((size(share, '2025, herons', 'width')[0] ?? 0) / (whole ?? 1)).toBeCloseTo(0.75, 2)
  })

  test('break a long name between its words, and cut only what two lines do not hold', () => {
    const [row] = chart.rows
    if (row === undefined) throw new Error('there are rows')
    const names = (label: string) =>
      [...bars({ ...chart, rows: [{ ...row, label }] }).matchAll(/text-anchor="end"[^>]*>([^<]*)</g)].map(
        ([, text]) => text,
      )
    expect(names('herons')).toEqual(['herons'])
    const long = 'herons that stand in the shallow water of three counties and wait'
    expect(names(long).join(' ')).toBe(long)
    expect(names(long)).toHaveLength(2)
    expect(names(`${long} ${long}`)).toHaveLength(2)
    expect(names(`${long} ${long}`).at(-1)).toMatch(/…$/)
  })

  test('have a name and a legend, and leave out what counts nothing', () => {
    for (const svg of [columns(chart), bars(chart)]) {
      expect(svg).toContain('role="img" aria-labelledby="birds-title"')
      expect(svg).toContain('>herons</text>')
      expect(svg).not.toContain('none at all')
    }
  })

  test('tell neighbors apart without color, by their texture', () => {
    for (let at = 0; at < 8; at += 1) expect(stepOf(at).texture).not.toBe(stepOf(at + 1).texture)
    expect(columns(chart)).toMatch(/<pattern id="birds-1"/)
    expect(columns(chart)).toMatch(/fill="url\(#birds-1\)"/)
  })

  test('have all of their numbers in the table below', () => {
    expect(tableOf(chart)).toEqual({
      head: ['year', 'herons', 'egrets', 'all'],
      rows: [
        ['2025', '30', '10', '40'],
        ['2026', '0', '1,200', '1,200'],
      ],
    })
  })

  test('escape foreign words, and ask for nothing', () => {
    const foreign = { ...chart, rows: [{ label: '<script>alert(1)</script>', values: { heron: 1 } }] }
    for (const svg of [columns(foreign), bars(foreign)]) {
      expect(svg).not.toContain('<script')
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|<image/)
    }
  })

  test('draw nothing wrong of nothing', () => {
    for (const svg of [columns({ ...chart, rows: [] }), bars({ ...chart, rows: [] })]) {
      expect(svg).not.toMatch(/NaN|Infinity/)
    }
  })

  test('say numbers in short', () => {
    expect([0, 999, 12_345, 1_200_000, 34_000_000, 2_100_000_000].map(inShort)).toEqual([
      '0',
      '999',
      '12,345',
      '1.2 m',
      '34 m',
      '2.1 bn',
    ])
  })
})
