import type { Citation, Report } from '@unwash/core/report/report'
import type { Names } from '@unwash/reporters/names'
import { limitingOf } from '@unwash/reporters/sections/limits'
import { factIn } from '@unwash/reporters/words/whole'
import * as z from 'zod'
import { anchorOf, anchorOfClause } from './pages/names.tsx'
import type { FoundText, KeptRelease } from './shown.ts'

/** Lines of a text. */
type Range = readonly [line: number, endLine: number]

/** The lines of a text that a report points to, under whatever name. */
function rangesIn(report: unknown, text: FoundText): readonly Range[] {
  const ranges: Range[] = []
  JSON.stringify(report, (_, value: unknown) => {
    const placed = Placed.safeParse(value)
    if (placed.success && placed.data.path === text.path && placed.data.place === text.place)
      ranges.push([placed.data.line, placed.data.endLine])
    return value
  })
  return ranges
}
/** The lines of a text that say what is known of a license, and those in which it differs from a known one. */
const knownIn = ({ licenses }: Report, { path, place, content }: FoundText): readonly Range[] =>
  licenses
    .filter(({ text }) => text?.path === path && text.place === place)
    .flatMap(({ clauses, match }) => [
      ...match.residue,
      ...clauses.flatMap(({ cited }) => cited).flatMap(cited => factIn(content, cited) ?? []),
    ])
    .map(({ line, endLine }): Range => [line, endLine])

const Placed = z.object({ path: z.string(), place: z.string().optional(), line: z.number(), endLine: z.number() })

/** The parts of a text that were not understood. */
const darkIn = ({ licenses }: Report, { path, place }: FoundText) =>
  licenses
    .filter(({ text }) => text?.path === path && text.place === place)
    .flatMap(({ parts = [] }) => parts.filter(({ is }) => is === 'unread' || is === 'possible'))

/** What a report says of lines of a text, and where on its page it says so. */
export interface StatementOnPage {
  readonly line: number
  readonly says: string
  readonly at: string
}

/** The statements of a report that rest on a text, each at its first line; clauses before what follows from them. */
function statementsOn(report: Report, text: FoundText, names: Names): readonly StatementOnPage[] {
  const on = (says: string, at: string, cited: readonly Citation[]) =>
    rangesIn(cited, text).map(([line]) => ({ line, says, at }))
  return [
    ...limitingOf(report).flatMap(({ kind, cited }) => on(names.clause(kind), anchorOfClause(kind), cited)),
    ...darkIn(report, text).map(({ line }) => ({ line, says: 'not understood', at: 'unread' })),
    ...report.claims.flatMap(claim => on(`“${claim.says}”`, 'claims', claim.cited)),
    ...report.findings.flatMap(({ id, says, cited }) => on(says, anchorOf(id), cited)),
  ]
}

/** A kept text as its page shows it. */
export const shownText = ({ report }: Pick<KeptRelease, 'report'>, pinned: boolean, text: FoundText, names: Names) => ({
  ...text,
  report,
  pinned,
  ranges: [...rangesIn(report, text), ...knownIn(report, text)],
  statements: statementsOn(report, text, names),
})
