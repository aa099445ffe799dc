import type { Passage } from '../clause.ts'

/** the longest quote a citation may carry */
const LONGEST = 200

/** The line a place in a passage stands on. */
export const lineAt = (passage: Passage, at: number): number => {
  let line = passage.line
  for (const [start, number] of passage.breaks ?? []) {
    if (start > at) break
    line = number
  }
  return line
}

/** Words of a passage as they stand in the raw text: a slice of at most 200 characters between `line` and `endLine`. */
export const quoteFrom = (
  rawLines: readonly string[],
  passage: Passage,
  at: number,
): { line: number; endLine: number; quote: string } => {
  /* begin at the passage's own start when that leaves room for the words looked for */
  const from = at > 110 ? beginning(passage.text, at) : 0
  const line = lineAt(passage, from)
  const word = /[^\s"'*_|()]{1,30}/.exec(passage.text.slice(from, from + 60))?.[0] ?? ''
  const raw = rawLines[line - 1] ?? ''
  let quote = raw.slice(withMarks(raw, columnOf(raw, word, passage, from))).slice(0, LONGEST + 1)
  for (let next = line; next < passage.endLine && quote.length <= LONGEST; next++) {
    quote += `\n${(rawLines[next] ?? '').slice(0, LONGEST + 1)}`
  }
  quote = cut(quote.trim())
  return { line, endLine: line + (quote.match(/\n/g)?.length ?? 0), quote }
}

/** The same column, before the emphasis or quotation mark that opens there: `**Attribution**: you must`. */
const withMarks = (raw: string, column: number): number => {
  let start = column
  while (start > 0 && column - start < 4 && /[*_"“‘「]/.test(raw[start - 1] ?? '')) start--
  return start
}

const cut = (quote: string): string => {
  if (quote.length <= LONGEST) return quote
  const short = quote.slice(0, LONGEST)
  /* not through the middle of a surrogate pair */
  return (/[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short).trimEnd()
}

/** A place shortly before `at` where a clause of the sentence begins. */
const beginning = (text: string, at: number): number => {
  const start = Math.max(0, at - 110)
  const before = text.slice(start, at)
  const mark = Math.max(
    before.lastIndexOf('; '),
    before.lastIndexOf('. '),
    before.lastIndexOf(': '),
    before.lastIndexOf('；'),
  )
  if (mark >= 0) return start + mark + 2
  const space = before.indexOf(' ')
  return start + (space < 0 ? 0 : space + 1)
}

/** Where a passage's words begin in their raw line; a word that stands there more than once is told by its turn. */
const columnOf = (raw: string, word: string, passage: Passage, from: number): number => {
  const lineStart = (passage.breaks ?? []).reduce((start, [at]) => (at <= from ? at : start), 0)
  const opening = lineStart === 0 ? columnOfStart(raw, passage) : 0
  let turn = passage.text.slice(lineStart, from).split(word).length - 1
  let column = raw.indexOf(word, opening)
  while (turn > 0 && column >= 0) {
    column = raw.indexOf(word, column + 1)
    turn--
  }
  return column < 0 ? opening : column
}

/** Where a passage itself starts in its first raw line, told by its longest run of plain letters near the start. */
const columnOfStart = (raw: string, passage: Passage): number => {
  const head = /[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9 ,'\u4e00-\u9fff，、]{0,40}/.exec(passage.text)?.[0].trimEnd() ?? ''
  for (let length = head.length; length >= 3; length = Math.floor(length * 0.6)) {
    const column = raw.indexOf(head.slice(0, length))
    if (column >= 0) return column
  }
  return 0
}
