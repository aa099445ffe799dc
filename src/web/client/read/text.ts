import type { GivenText } from '../../../licenses/given/given.ts'
import type { License } from '../../../report.ts'
import type { PartKind } from '../../../vocabulary.ts'
import { type BandLook, bandLines } from '../marked/bands.ts'
import { citedSpan, citedSpans, lineStarts } from '../marked/cited.ts'
import { ADDED, markLines, type Span } from '../marked/pieces.ts'
import type { NumberedClause, NumberedPart } from './numbered.ts'
import { placeParts } from './parts.ts'

/** What the band beside a part shows. */
const BAND_OF = {
  known: 'known',
  title: 'notice',
  holder: 'notice',
  tag: 'notice',
  harmless: 'harmless',
  clause: 'clause',
  possible: 'open',
  unread: 'open',
} as const satisfies Record<PartKind, BandLook>

/** A text with the marks of its clauses, of what was added to a known text and of what was not understood. */
export function viewText(
  { path, content, page }: GivenText,
  licenses: readonly License[],
  clauses: readonly NumberedClause[],
  unread: readonly NumberedPart[],
) {
  const own = licenses.filter(({ text }) => text?.path === path)
  const starts = lineStarts(content)
  const numbered = clauses.map(({ clause: { cited }, view: { number } }) => ({ cited, number }))
  const placed = page
    ? null
    : placeParts(
        content,
        own.flatMap(({ parts = [] }) => parts),
      )
  const spans = new Map(placed?.map(({ part, from, to }) => [part, { from, to }]))
  const open = unread
    .filter(({ license }) => own.includes(license))
    .flatMap(({ part, view: { number } }): Span[] => {
      const { line, endLine, quote = '' } = part
      const span = spans.get(part) ?? citedSpan({ path, line, endLine, quote }, content, starts)
      return span ? [{ ...span, mark: number }] : []
    })
  return {
    path,
    lines: markLines(content, [
      ...citedSpans({ path, content }, numbered),
      ...own.flatMap(license => addedSpans(license, path, content, starts)),
      ...open,
    ]),
    bands:
      placed &&
      bandLines(
        content,
        placed.map(({ part, from, to }) => ({ look: BAND_OF[part.is], from, to })),
      ),
  }
}

const addedSpans = ({ match }: License, path: string, content: string, starts: readonly number[]): readonly Span[] =>
  match.residue
    .filter(({ side }) => side === 'added')
    .flatMap(({ line, endLine, quote = '', cut }): Span[] => {
      if (quote === '') return []
      const span = citedSpan({ path, line, endLine, quote }, content, starts)
      // a quote may be cut, the lines are not
      const end = cut ? (starts[endLine] ?? content.length + 1) - 1 : span?.to
      return span ? [{ from: span.from, to: Math.max(span.to, end ?? 0), mark: ADDED }] : []
    })

/** Words of each look in all texts. */
export function wordsOf(licenses: readonly License[]): Readonly<Record<BandLook, number>> {
  const words = { known: 0, notice: 0, harmless: 0, clause: 0, open: 0 }
  for (const part of licenses.flatMap(({ parts = [] }) => parts)) words[BAND_OF[part.is]] += part.words
  return words
}
