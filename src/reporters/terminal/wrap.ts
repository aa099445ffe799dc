import wrapAnsi from 'wrap-ansi'
import { plain } from '../../text/foreign.ts'
import type { Line, Span } from '../page.ts'
import type { LinkTo } from '../reporter.ts'
import { widthOf } from '../words/clipped.ts'
import type { Paint } from './paint.ts'

/** A line of a terminal: what is painted, and the columns it takes. */
export interface Row {
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
export function wrap(line: Line, width: number, brush: Brush): readonly Row[] {
  const painted = line.map(span => painting(span, brush)).join('')
  return wrapAnsi(painted.trim(), width, { hard: true })
    .split('\n')
    .map(text => ({ text: text.trimEnd().replaceAll('\u0007', '\u001b\\'), width: widthOf(text.trimEnd()) }))
}

/** The columns a line takes when it is not wrapped. */
export const lineWidth = (line: Line): number => widthOf(wordsOf(line).trim())

/** The columns of the longest word of a line. */
export const longestWord = (line: Line): number => Math.max(0, ...wordsOf(line).split(' ').map(widthOf))

const textOf = (span: Span) => plain(typeof span === 'string' ? span : span.text)
const wordsOf = (line: Line) => line.map(textOf).join('')

function painting(span: Span, { paint, linkTo }: Brush): string {
  const text = textOf(span)
  if (typeof span === 'string' || text === '') return text
  const address = span.cited && linkTo ? linkTo(span.cited) : null
  const shown = paint[span.look](text)
  return address === null ? shown : `\u001b]8;;${address}\u0007${shown}\u001b]8;;\u0007`
}
