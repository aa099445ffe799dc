import { type Chart, inShort, totalOf, withoutEmpty } from './chart.ts'
import { area, cutTo, drawing, fillsOf, inLines, legendOf, rule, WIDTH, widthOf, words } from './drawing.ts'

/** pixels of the drawing's parts */
const ROW = 28
/** of a row whose name takes two lines */
const HIGH = 38
const LINE = 14
const BAR = 17
const WIDEST_LABEL = 300
const TOTAL = 64

/** Stacked bars, one under the other with their names before them. With `share` each goes the whole way. */
export function bars(given: Chart, how: { readonly share?: boolean } = {}): string {
  const chart = withoutEmpty(given)
  const { rows, series } = chart
  const fills = fillsOf(chart)
  const legend = legendOf(series, fills.of)
  const left = Math.min(WIDEST_LABEL, Math.max(60, ...rows.map(({ label }) => widthOf(label) + 12)))
  const room = WIDTH - left - TOTAL
  const most = Math.max(1, ...rows.map(row => totalOf(chart, row)))
  const named = rows.map(({ label }) => inLines(label, left - 10, 2))
  const tops = [legend.height]
  for (const lines of named) tops.push((tops.at(-1) ?? 0) + (lines.length > 1 ? HIGH : ROW))
  const drawn = rows.map((row, at) => {
    const total = totalOf(chart, row)
    const scale = room / (how.share ? Math.max(1, total) : most)
    const lines = named[at] ?? []
    // a bar stands in the middle of two lines
    const y = (tops[at] ?? 0) + (lines.length > 1 ? (HIGH - ROW) / 2 : 0)
    let x = left
    const parts = series.map(({ id, label }) => {
      const value = row.values[id] ?? 0
      if (value === 0) return ''
      const width = value * scale
      const from = x
      x += width
      const says = inShort(value)
      const inside =
        series.length > 1 && width > widthOf(says) + 10
          ? words(from + width / 2, y + 13, says, { anchor: 'middle', halo: true })
          : ''
      return (
        area(
          { x: from, y, width, height: BAR },
          fills.of(id),
          `${row.label}, ${label}: ${value.toLocaleString('en')}`,
        ) + inside
      )
    })
    const first = y + 13 - ((lines.length - 1) * LINE) / 2
    const name = lines.map((line, i) => words(left - 10, first + i * LINE, line, { anchor: 'end' })).join('')
    return `${name}${parts.join('')}${words(x + 7, y + 13, inShort(total), { bold: true })}`
  })
  const height = tops.at(-1) ?? legend.height
  const axis = rule(left, legend.height - 4, left, height - 6, true)
  return drawing(chart, height, fills.patterns, `${legend.svg}${drawn.join('')}${axis}`)
}

/** pixels of the drawing's parts */
const HEIGHT = 230
const LEFT = 56
const BOTTOM = 26
const TOP = 18

/** Stacked columns, for what goes on in time: a column for each row, the first series at the bottom. */
export function columns(given: Chart): string {
  const chart = withoutEmpty(given)
  const { rows, series } = chart
  const fills = fillsOf(chart)
  const legend = legendOf(series, fills.of)
  const most = Math.max(1, ...rows.map(row => totalOf(chart, row)))
  const step = roundStep(most)
  const top = step * Math.ceil(most / step)
  const y0 = legend.height + TOP + HEIGHT
  const y = (value: number) => y0 - (value / top) * HEIGHT
  const each = (WIDTH - LEFT) / Math.max(1, rows.length)
  const width = Math.min(64, each * 0.72)

  const grid: string[] = []
  for (let value = 0; value <= top + step / 2; value += step) {
    grid.push(rule(LEFT, y(value), WIDTH, y(value), value === 0))
    grid.push(words(LEFT - 8, y(value) + 4, inShort(value), { anchor: 'end', faint: true }))
  }
  const drawn = rows.map((row, at) => {
    const x = LEFT + each * (at + 0.5)
    let sum = 0
    const parts = series.map(({ id, label }) => {
      const value = row.values[id] ?? 0
      if (value === 0) return ''
      const from = y(sum)
      sum += value
      const box = { x: x - width / 2, y: y(sum), width, height: from - y(sum) }
      return area(box, fills.of(id), `${row.label}, ${label}: ${value.toLocaleString('en')}`)
    })
    const total = words(x, y(sum) - 5, inShort(sum), { anchor: 'middle', bold: true, halo: true })
    return `${parts.join('')}${sum > 0 ? total : ''}${words(x, y0 + 18, cutTo(row.label, each), { anchor: 'middle' })}`
  })
  return drawing(chart, y0 + BOTTOM, fills.patterns, `${legend.svg}${grid.join('')}${drawn.join('')}`)
}

/** A round number for the lines of a scale: four or five of them reach the most. */
function roundStep(most: number): number {
  const raw = most / 4
  const ten = 10 ** Math.floor(Math.log10(raw))
  const round = [1, 2, 2.5, 5, 10].find(one => one * ten >= raw && Number.isInteger(one * ten)) ?? 10
  return Math.max(1, round * ten)
}

/** Plots as SVG: pure functions of numbers, readable in black and white, each with its table. */
export { type Chart, type ChartRow, inShort, type Series, tableOf } from './chart.ts'
export { ANSWERED, ONE, stepOf, type Tone } from './tones.ts'
