import type { TextCitation } from '../report.ts'

/** longest quote of a report */
const LONGEST = 200

/** Cites one line of a text. */
export function citeLine(path: string, lines: readonly string[], line: number): TextCitation {
  const quote = (lines[line - 1] ?? '').replace(/\r$/, '').trim()
  return { path, line, endLine: line, quote: quote.slice(0, LONGEST) }
}
