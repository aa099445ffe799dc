import type { Citation } from '@unwash/core/report/report'

/** no sentence of a license goes on for longer */
const LONGEST_SENTENCE = 1_500
/** a mark that ends a sentence, a blank line, or an item of a list */
const ENDS =
  /[.!?](?=["'”’)]{0,2}(?:\s|$))|[;](?=\s)|[。！？；]|\n[ \t]*\n|\n[ \t]*(?:[-*•]|\(?[a-z0-9]{1,3}[.)])[ \t]/g

/** Where each line of a text begins. */
export function lineStarts(content: string): readonly number[] {
  const starts = [0]
  for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The words of a citation in the text it cites, to the end of their sentence; null where it cites no words. */
export function citedSpan(
  cited: Citation,
  content: string,
  starts: readonly number[],
): Omit<MarkedSpan, 'mark'> | null {
  if (!('quote' in cited)) return null
  const line = starts[cited.line - 1]
  if (line === undefined) return null
  const end = starts[cited.endLine] ?? content.length + 1
  const at = content.indexOf(cited.quote, line)
  // a quote with markup between its words stands nowhere as it is: its lines do
  if (at < 0 || at >= end) return { from: line, to: Math.max(line, end - 1) }
  const to = at + cited.quote.length
  return { from: at, to: cited.cut ? sentenceEnd(content, to) : to }
}

/** The words that statements cite in one of the texts, marked by their numbers from 1. */
export function citedSpans(
  { path, content }: { readonly path: string; readonly content: string },
  statements: readonly { readonly cited: readonly Citation[]; readonly words?: string }[],
): readonly MarkedSpan[] {
  const starts = lineStarts(content)
  return statements.flatMap(({ cited, words }, at) =>
    cited.flatMap((one): MarkedSpan[] => {
      const span = 'path' in one && one.path === path ? citedSpan(one, content, starts) : null
      return span ? [{ ...wordsIn(content, span, words), mark: at + 1 }] : []
    }),
  )
}

/** Of a sentence the words that are meant; all of it where markup stands between them. */
function wordsIn(content: string, span: Omit<MarkedSpan, 'mark'>, words = ''): Omit<MarkedSpan, 'mark'> {
  const at = words === '' ? -1 : content.slice(span.from, span.to).toLowerCase().indexOf(words.toLowerCase())
  return at < 0 ? span : { from: span.from + at, to: span.from + at + words.length }
}

function sentenceEnd(content: string, from: number): number {
  const rest = content.slice(from, from + LONGEST_SENTENCE)
  ENDS.lastIndex = 0
  const end = ENDS.exec(rest)
  if (!end) return from + rest.length
  return from + end.index + (end[0].startsWith('\n') ? 0 : end[0].length)
}

/** A stretch of a text that is marked; offsets in the text. */
export interface MarkedSpan {
  readonly from: number
  readonly to: number
  /** what it is marked as: the number of a clause or a claim */
  readonly mark: number
}

/** The mark of letters that a known text does not have; clauses and claims count from 1. */
export const ADDED = 0

/** Letters that carry the same marks. */
export interface Piece {
  readonly text: string
  readonly marks: readonly number[]
  /** marks that begin with this piece */
  readonly begins: readonly number[]
}

/** A line of a text, as pieces. */
type MarkedLine = readonly Piece[]

/** Cuts a text into lines, and each line where a mark begins or ends. All pieces together are the text. */
export function markLines(content: string, spans: readonly MarkedSpan[]): readonly MarkedLine[] {
  const sorted = [...spans].filter(({ from, to }) => to > from).sort((one, other) => one.from - other.from)
  const begun = new Set<MarkedSpan>()
  let open: readonly MarkedSpan[] = []
  let next = 0
  let at = 0
  return content.split('\n').map(line => {
    const from = at
    const to = from + line.length
    at = to + 1
    open = open.filter(span => span.to > from)
    while (next < sorted.length && (sorted[next]?.from ?? 0) < Math.max(to, from + 1)) {
      const span = sorted[next++]
      if (span && span.to > from) open = [...open, span]
    }
    const cuts = new Set([from, to])
    for (const span of open) for (const cut of [span.from, span.to]) if (cut > from && cut < to) cuts.add(cut)
    const ordered = [...cuts].sort((one, other) => one - other)
    return ordered.slice(0, -1).map((cut, index): Piece => {
      const end = ordered[index + 1] ?? to
      const here = open.filter(span => span.from < end && span.to > cut)
      const begins = here.filter(span => !begun.has(span))
      for (const span of begins) begun.add(span)
      return {
        text: content.slice(cut, end),
        marks: here.map(span => span.mark),
        begins: begins.map(span => span.mark),
      }
    })
  })
}
