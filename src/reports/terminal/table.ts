import { type Line, look } from '../page.ts'
import type { Paint } from './paint.ts'
import { lineWidth, longestWord, type Row, wrap } from './wrap.ts'

const GAP = 2
/** as long as others can make room, a column is not made narrower than this */
const NARROWEST = 10

/** Sets a table in columns that fit the width, its cells wrapped; without lines between them. */
export function setTable(
  head: readonly string[],
  rows: readonly (readonly Line[])[],
  width: number,
  paint: Paint,
): readonly string[] {
  const headLine = head.map((title): Line => [look('faint', title)])
  const used = head.map((_, at) => rows.some(row => lineWidth(row[at] ?? []) > 0))
  const keep = <T>(cells: readonly T[]) => cells.filter((_, at) => used[at])
  const table = [...(head.some(title => title !== '') ? [headLine] : []), ...rows].map(row => keep(row))
  const natural = keep(head).map((_, at) => Math.max(1, ...table.map(row => lineWidth(row[at] ?? []))))
  const unbroken = keep(head).map((_, at) => Math.max(NARROWEST, ...table.map(row => longestWord(row[at] ?? []))))
  const widths = narrowed(natural, unbroken, width)
  return table.flatMap(row => setRow(row, widths, paint))
}

/** Narrows the widest columns until all fit: first those that need not break a word, then any. */
function narrowed(natural: readonly number[], unbroken: readonly number[], width: number): readonly number[] {
  const widths = [...natural]
  let over = widths.reduce((sum, columns) => sum + columns, 0) + GAP * (widths.length - 1) - width
  for (const least of [unbroken, widths.map(() => NARROWEST), widths.map(() => 1)]) {
    while (over > 0) {
      const spare = widths.map((columns, at) => (columns > (least[at] ?? 1) ? columns : 0))
      const widest = spare.indexOf(Math.max(...spare))
      if (spare[widest] === 0) break
      widths[widest] = (widths[widest] ?? 0) - 1
      over--
    }
  }
  return widths
}

function setRow(row: readonly Line[], widths: readonly number[], paint: Paint): readonly string[] {
  const cells = widths.map((columns, at) => wrap(row[at] ?? [], columns, paint))
  const height = Math.max(...cells.map(cell => cell.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => padded(cell[line], at === cells.length - 1 ? 0 : (widths[at] ?? 0)))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

function padded(row: Row | undefined, width: number): string {
  return row ? row.text + ' '.repeat(Math.max(0, width - row.width)) : ' '.repeat(width)
}
