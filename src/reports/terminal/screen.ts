import type { Line } from '../page.ts'
import { row, type Screen, type ScreenRow } from '../screen/screen.ts'
import { type Brush, lineWidth, wrap } from './wrap.ts'

const INDENT = '  '
const GAP = 2
/** words beside a label have at least so many columns */
const NARROWEST = 16

/** Sets a screen: each row with its sign before it, and where it can be checked at the right. */
export function setScreen(screen: Screen, columns: number, brush: Brush): string {
  const set = (line: Line) => wrap(line, columns, brush).map(({ text }) => text)
  const out = screen.head.flatMap(({ text, place }) => setRow(row(text, place), 0, columns, brush, ''))
  for (const { heading, rows } of screen.parts) {
    out.push('', ...(heading ? set(heading).map(brush.paint.heading) : []))
    const labels = Math.max(0, ...rows.map(({ label }) => label.length))
    out.push(...rows.flatMap(one => setRow(one, labels, columns, brush, INDENT)))
  }
  return `${[...out, '', ...screen.foot.flatMap(set)].join('\n')}\n`
}

/** The place stands beside the last words where there is room, else under them, and is never broken. */
function setRow(
  { sign, label, text, place }: ScreenRow,
  labels: number,
  columns: number,
  brush: Brush,
  indent: string,
): readonly string[] {
  const signed = sign === '' ? '' : `${wrap([sign], columns, brush)[0]?.text || ' '} `
  const lead = indent + signed + (labels > 0 ? `${label.padEnd(labels)}  ` : '')
  const used = indent.length + (sign === '' ? 0 : 2) + (labels > 0 ? labels + 2 : 0)
  const width = Math.max(columns - used, NARROWEST)
  const words = wrap(text, width, brush)
  const rows = words.map(({ text: shown }, at) => (at === 0 ? lead : ' '.repeat(used)) + shown)
  const seen = lineWidth(place)
  if (seen === 0) return rows
  const room = width - (words.at(-1)?.width ?? 0) - seen
  const shown = wrap(place, Math.max(columns, seen), brush)[0]?.text ?? ''
  if (room >= GAP) return [...rows.slice(0, -1), `${rows.at(-1)}${' '.repeat(room)}${shown}`]
  return [...rows, ' '.repeat(Math.max(0, columns - seen)) + shown]
}
