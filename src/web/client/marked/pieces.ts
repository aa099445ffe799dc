/** A stretch of a text that is marked; offsets in the text. */
export interface Span {
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
export type MarkedLine = readonly Piece[]

/** Cuts a text into lines, and each line where a mark begins or ends. All pieces together are the text. */
export function markLines(content: string, spans: readonly Span[]): readonly MarkedLine[] {
  const sorted = [...spans].filter(({ from, to }) => to > from).sort((one, other) => one.from - other.from)
  const begun = new Set<Span>()
  let open: readonly Span[] = []
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
