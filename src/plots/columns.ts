import { type Chart, inShort, totalOf, withoutEmpty } from './chart.ts'
import { area, cutTo, drawing, fillsOf, legendOf, rule, WIDTH, words } from './drawing.ts'

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
  const step = stepOf(most)
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
      return area(
        x - width / 2,
        y(sum),
        width,
        from - y(sum),
        fills.of(id),
        `${row.label}, ${label}: ${value.toLocaleString('en')}`,
      )
    })
    const total = words(x, y(sum) - 5, inShort(sum), { anchor: 'middle', bold: true, halo: true })
    return `${parts.join('')}${sum > 0 ? total : ''}${words(x, y0 + 18, cutTo(row.label, each), { anchor: 'middle' })}`
  })
  return drawing(chart, y0 + BOTTOM, fills.patterns, `${legend.svg}${grid.join('')}${drawn.join('')}`)
}

/** A round number for the lines of a scale: four or five of them reach the most. */
function stepOf(most: number): number {
  const raw = most / 4
  const ten = 10 ** Math.floor(Math.log10(raw))
  const round = [1, 2, 2.5, 5, 10].find(one => one * ten >= raw) ?? 10
  return Math.max(1, round * ten)
}
