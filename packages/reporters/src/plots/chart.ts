import type { Tone } from './tones.ts'

/** One kind of thing that is counted. */
export interface Series {
  readonly id: string
  readonly label: string
  readonly tone: Tone
}

/** What is counted at one place of a chart: a year, a license, an organization. */
export interface ChartRow {
  readonly label: string
  /** by the id of a series; what is missing is 0 */
  readonly values: Readonly<Record<string, number>>
}

/** Counts to be drawn, and to be set as a table below. */
export interface Chart {
  /** made of letters, digits and hyphens; on a page each is another */
  readonly id: string
  readonly title: string
  /** what the rows are, such as `year` */
  readonly by: string
  readonly series: readonly Series[]
  readonly rows: readonly ChartRow[]
}

/** The sum of a row. */
export const totalOf = (chart: Chart, row: ChartRow): number =>
  chart.series.reduce((sum, { id }) => sum + (row.values[id] ?? 0), 0)

/** Only the series that count anything. */
export const withoutEmpty = (chart: Chart): Chart => ({
  ...chart,
  series: chart.series.filter(({ id }) => chart.rows.some(row => (row.values[id] ?? 0) > 0)),
})

/** A number as a person reads it: 1,234 or 5.6 million. */
export function inShort(value: number): string {
  if (value >= 1e9) return `${(value / 1e9).toFixed(value < 1e10 ? 1 : 0)} bn`
  if (value >= 1e6) return `${(value / 1e6).toFixed(value < 1e7 ? 1 : 0)} m`
  return Math.round(value).toLocaleString('en')
}

/** A chart as the rows of a table: a heading, and each number as it is. */
export function tableOf(chart: Chart): {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const { series, rows, by } = withoutEmpty(chart)
  const all = series.length > 1
  return {
    head: [by, ...series.map(({ label }) => label), ...(all ? ['all'] : [])],
    rows: rows.map(row => [
      row.label,
      ...series.map(({ id }) => (row.values[id] ?? 0).toLocaleString('en')),
      ...(all ? [totalOf(chart, row).toLocaleString('en')] : []),
    ]),
  }
}
