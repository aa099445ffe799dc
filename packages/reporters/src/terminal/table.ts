import { type Line, look } from '../page.ts'
import { type Brush, lineWidth, longestWord, type TerminalRow, wrap } from './wrap.ts'

const GAP = 2
/** as long as others can make room, a column is not made narrower than this */
const NARROWEST = 10

/**
 * Sets a table in columns that fit the width, its cells wrapped between words; where words do not fit, a row is a list.
 */
export function setTable(
  head: readonly string[],
  rows: readonly (readonly Line[])[],
  width: number,
  brush: Brush,
): readonly string[] {
  const headLine = head.map((title): Line => [look('faint', title)])
  const used = head.map((_, at) => rows.some(row => lineWidth(row[at] ?? []) > 0))
  const keep = <T>(cells: readonly T[]) => cells.filter((_, at) => used[at])
  const table = [...(head.some(title => title !== '') ? [headLine] : []), ...rows].map(row => keep(row))
  const natural = keep(head).map((_, at) => Math.max(1, ...table.map(row => lineWidth(row[at] ?? []))))
  const unbroken = keep(head).map((_, at) => Math.max(NARROWEST, ...table.map(row => longestWord(row[at] ?? []))))
  const widths = narrowed(natural, unbroken, width)
  if (sum(widths) > width) return rows.flatMap(row => setList(keep(row), width, brush))
  return table.flatMap(row => setRow(row, widths, brush))
}

const sum = (widths: readonly number[]) => widths.reduce((all, columns) => all + columns, 0) + GAP * (widths.length - 1)

/** Narrows the widest columns until all fit, as far as no word is broken. */
function narrowed(natural: readonly number[], unbroken: readonly number[], width: number): readonly number[] {
  const widths = [...natural]
  let over = sum(widths) - width
  while (over > 0) {
    const spare = widths.map((columns, at) => (columns > (unbroken[at] ?? 1) ? columns : 0))
    const widest = spare.indexOf(Math.max(...spare))
    if (spare[widest] === 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
    over--
  }
  return widths
}

function setRow(row: readonly Line[], widths: readonly number[], brush: Brush): readonly string[] {
  const cells = widths.map((columns, at) => wrap(row[at] ?? [], columns, brush))
  const height = Math.max(...cells.map(cell => cell.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => padded(cell[line], at === cells.length - 1 ? 0 : (widths[at] ?? 0)))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** Its cells one after the other, the first before the others. */
function setList(row: readonly Line[], width: number, brush: Brush): readonly string[] {
  return row
    .filter(cell => lineWidth(cell) > 0)
    .flatMap((cell, at) => {
      const lead = at === 0 ? '' : '  '
      return wrap(cell, width - lead.length, brush).map(({ text }) => lead + text)
    })
}

/** words beside other cells have at least so many columns */
const LEAST_COLUMNS = 16

/**
 * Sets rows whose last two cells are words and their place: the words take what is left; the place stands at the right
 * of their last line where there is room, else under them, and is never broken.
 */
export function setLoose(rows: readonly (readonly Line[])[], columns: number, brush: Brush): readonly string[] {
  const height = Math.max(0, ...rows.map(row => row.length - 2))
  const widths = Array.from({ length: height }, (_, at) => Math.max(...rows.map(row => lineWidth(row[at] ?? []))))
  // a sign stands close to what it is of
  const gaps = widths.map(width => (width === 0 ? 0 : width === 1 ? 1 : GAP))
  const used = widths.reduce((all, width, at) => all + width + (gaps[at] ?? 0), 0)
  const width = Math.max(columns - used, LEAST_COLUMNS)
  return rows.flatMap(row => {
    const before = widths.map((width, at) =>
      width === 0 ? '' : padded(wrap(row[at] ?? [], columns, brush)[0], width + (gaps[at] ?? 0)),
    )
    const [words = [], place = []] = row.slice(-2)
    const wrapped = wrap(words, width, brush)
    const set = wrapped.map(({ text }, at) => (at === 0 ? before.join('') : ' '.repeat(used)) + text)
    const seen = lineWidth(place)
    if (seen === 0) return set.map(line => line.trimEnd())
    const room = width - (wrapped.at(-1)?.width ?? 0) - seen
    const shown = wrap(place, Math.max(columns, seen), brush)[0]?.text ?? ''
    if (room < GAP) return [...set.map(line => line.trimEnd()), ' '.repeat(Math.max(0, columns - seen)) + shown]
    return [...set.slice(0, -1), `${set.at(-1)}${' '.repeat(room)}${shown}`]
  })
}

function padded(row: TerminalRow | undefined, width: number): string {
  return row ? row.text + ' '.repeat(Math.max(0, width - row.width)) : ' '.repeat(width)
}
