import type { Citation } from '../../../report.ts'
import type { Span } from './pieces.ts'

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
export function citedSpan(cited: Citation, content: string, starts: readonly number[]): Omit<Span, 'mark'> | null {
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
): readonly Span[] {
  const starts = lineStarts(content)
  return statements.flatMap(({ cited, words }, at) =>
    cited.flatMap((one): Span[] => {
      const span = 'path' in one && one.path === path ? citedSpan(one, content, starts) : null
      return span ? [{ ...wordsIn(content, span, words), mark: at + 1 }] : []
    }),
  )
}

/** Of a sentence the words that are meant; all of it where markup stands between them. */
function wordsIn(content: string, span: Omit<Span, 'mark'>, words = ''): Omit<Span, 'mark'> {
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
