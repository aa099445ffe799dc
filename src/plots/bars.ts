import { type Chart, inShort, totalOf, withoutEmpty } from './chart.ts'
import { area, cutTo, drawing, fillsOf, legendOf, rule, WIDTH, widthOf, words } from './drawing.ts'

/** pixels of the drawing's parts */
const ROW = 28
const BAR = 17
const WIDEST_LABEL = 300
const TOTAL = 64

/** Stacked bars, one under the other with their names before them. With `share` each goes the whole way: parts of a row. */
export function bars(given: Chart, how: { readonly share?: boolean } = {}): string {
  const chart = withoutEmpty(given)
  const { rows, series } = chart
  const fills = fillsOf(chart)
  const legend = legendOf(series, fills.of)
  const left = Math.min(WIDEST_LABEL, Math.max(60, ...rows.map(({ label }) => widthOf(label) + 12)))
  const room = WIDTH - left - TOTAL
  const most = Math.max(1, ...rows.map(row => totalOf(chart, row)))
  const drawn = rows.map((row, at) => {
    const total = totalOf(chart, row)
    const scale = room / (how.share ? Math.max(1, total) : most)
    const y = legend.height + at * ROW
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
      return area(from, y, width, BAR, fills.of(id), `${row.label}, ${label}: ${value.toLocaleString('en')}`) + inside
    })
    const name = words(left - 10, y + 13, cutTo(row.label, left - 10), { anchor: 'end' })
    return `${name}${parts.join('')}${words(x + 7, y + 13, inShort(total), { bold: true })}`
  })
  const height = legend.height + rows.length * ROW
  const axis = rule(left, legend.height - 4, left, height - 6, true)
  return drawing(chart, height, fills.patterns, `${legend.svg}${drawn.join('')}${axis}`)
}
