import { bars, columns } from '../../../plots/index.ts'
import type { Names } from '../../../reports/names.ts'
import type { FoundRow, Tally } from '../../../store/store.ts'
import { releaseAddress } from '../../addresses.ts'
import { distributions, trends } from './charts.ts'

/** columns of a store that say nothing to who computes with a table */
const LEFT_OUT = new Set(['id', 'run', 'target'])

/** how a cell begins that table programs take for a formula (CWE-1236), in both widths */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

/** Rows of the table as CSV (RFC 4180), each with the address of its page; no cell of it is computed. */
export function csvOf(rows: readonly FoundRow[]): string {
  const [first] = rows
  const head = Object.keys(first ?? {}).filter(name => !LEFT_OUT.has(name))
  const lines = rows.map(row => {
    const cells: Readonly<Record<string, unknown>> = { ...row }
    return [...head.map(name => cells[name]), releaseAddress(row.name)].map(cell).join(',')
  })
  return [[...head, 'page'].join(','), ...lines, ''].join('\r\n')
}

function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '')
  const safe = typeof value !== 'number' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A drawing as a picture of its own: with a ground, and a size of its own. */
const alone = (svg: string) =>
  svg
    .replace(/viewBox="0 0 ([\d.]+) ([\d.]+)"/, '$& width="$1" height="$2"')
    .replace(' width="100%"', '')
    .replace('<defs>', '<rect width="100%" height="100%" fill="#fff"/><defs>')

/** The plots of what was found, drawn, by id. */
export function drawnCharts(tally: readonly Tally[], names: Names): ReadonlyMap<string, string> {
  return new Map([
    ...distributions(tally, names).map(({ chart }) => [chart.id, alone(bars(chart))] as const),
    ...trends(tally, names).map(({ chart }) => [chart.id, alone(columns(chart))] as const),
  ])
}
