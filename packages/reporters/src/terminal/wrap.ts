import { plain } from '@unwash/core/text/foreign'
import type { Line, Span } from '../page.ts'
import type { LinkTo } from '../reporter.ts'
import { rowsOf, widthOf } from '../words/clipped.ts'
import type { Paint } from './paint.ts'

/** A line of a terminal: what is painted, and the columns it takes. */
export interface TerminalRow {
  readonly text: string
  readonly width: number
}

/** How words are shown: their colors, and whether places can be opened. */
export interface Brush {
  readonly paint: Paint
  readonly linkTo?: LinkTo | undefined
  /** where what is only counted can be read */
  readonly more?: string
}

/** Wraps a line at spaces to a width in columns; words longer than that are cut. At least one row. */
export function wrap(line: Line, width: number, brush: Brush): readonly TerminalRow[] {
  const words = textOfLine(line)
  const lead = words.length - words.trimStart().length
  return rowsOf(words.trim(), width).map(({ from, to }) => ({
    text: painted(line, lead + from, lead + to, brush),
    width: widthOf(words.slice(lead + from, lead + to)),
  }))
}

/** The columns a line takes when it is not wrapped. */
export const lineWidth = (line: Line): number => widthOf(textOfLine(line).trim())

/** The columns of the longest word of a line. */
export const longestWord = (line: Line): number => Math.max(0, ...textOfLine(line).split(' ').map(widthOf))

const spanText = (span: Span) => plain(typeof span === 'string' ? span : span.text).normalize()
const textOfLine = (line: Line) => line.map(spanText).join('')

/** What stands between two offsets of a line, painted. */
function painted(line: Line, from: number, to: number, { paint, linkTo }: Brush): string {
  let start = 0
  let row = ''
  for (const span of line) {
    const text = spanText(span)
    const words = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    if (words === '' || typeof span === 'string') {
      row += words
      continue
    }
    const address = span.cited && linkTo ? linkTo(span.cited) : null
    const shown = paint[span.look](words)
    row += address === null ? shown : `\u001b]8;;${address}\u001b\\${shown}\u001b]8;;\u001b\\`
  }
  return row
}
