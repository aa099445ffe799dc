import { readLicenses } from '../../../license.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import { prepare } from '../../../licenses/given/prepare.ts'
import { givenAs } from '../../../licensing/given-as.ts'
import { type Names, namesOf } from '../../../reports/names.ts'
import { citedSpan, citedSpans, lineStarts } from '../marked/cited.ts'
import { ADDED, markLines, type Span } from '../marked/pieces.ts'
import type { SentText } from '../messages.ts'
import { openSent } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'
import { viewClauses } from './clauses.ts'
import { viewLicense } from './license.ts'
import type { LicensesView, TextView } from './view.ts'

/** the words that a citation or a change carries are cut here */
const LONGEST_QUOTE = 195

/** Reads license texts as `unwash license` does, and says what the page shows of them. */
export async function readTexts(sent: readonly SentText[], loaded: Loaded): Promise<LicensesView> {
  const opened = sent.map(openSent)
  const unread = opened.filter(one => one.is === 'unread')
  const asked = await Promise.all(
    opened
      .filter(one => one.is === 'text')
      .map(async ({ is: _, ...text }): Promise<GivenText> => {
        const given = { ...text, as: givenAs(text.path, loaded.knowledge.legalFiles) }
        // what was taken out of a PDF is neither a page nor data
        return given.pages ? given : prepare(given)
      }),
  )
  const { licenses, findings } = readLicenses({ asked, beside: asked, unread }, loaded)
  const names: Names = namesOf(loaded.knowledge)
  const clauses = viewClauses(licenses, asked, loaded.knowledge, names)
  return {
    texts: asked.map(text => viewText(text, clauses, licenses)),
    licenses: licenses.map(license => viewLicense(license, clauses, names, asked, loaded)),
    clauses: clauses.map(({ view }) => view),
    findings: findings.map(({ says, wouldChange }) => ({ says, wouldChange })),
  }
}

function viewText(
  { path, content }: GivenText,
  clauses: ReturnType<typeof viewClauses>,
  licenses: ReturnType<typeof readLicenses>['licenses'],
): TextView {
  const starts = lineStarts(content)
  const numbered = clauses.map(({ clause: { cited }, view: { number } }) => ({ cited, number }))
  const spans = citedSpans({ path, content }, numbered)
  const added = licenses
    .filter(({ text }) => text?.path === path)
    .flatMap(({ match }) => match.residue.filter(({ side }) => side === 'added'))
    .flatMap(({ line, endLine, quote = '' }): Span[] => {
      if (quote === '') return []
      const span = citedSpan({ path, line, endLine, quote }, content, starts)
      // a quote may be cut, the lines are not
      const end = quote.length < LONGEST_QUOTE ? span?.to : (starts[endLine] ?? content.length + 1) - 1
      return span ? [{ from: span.from, to: Math.max(span.to, end ?? 0), mark: ADDED }] : []
    })
  return { path, lines: markLines(content, [...spans, ...added]) }
}
