import type { ClaimsReport } from '@unwash/core/claims/report'
import type { Names } from '../names.ts'
import { type Item, type Line, lines, list, look, NOT_ADVICE, type Page, type Section } from '../page.ts'
import type { RenderOptions, ReporterOf, ReportersOf } from '../reporter.ts'
import { setLog } from '../sarif/log.ts'
import { CLAIM_RULES, claimResult } from '../sarif/rules.ts'
import { claimsIn } from '../sections/claims.ts'
import { inQuotes } from '../sections/limits.ts'
import { waysOf } from '../ways.ts'
import { checksOf } from '../words/checks.ts'
import { count } from '../words/counts.ts'
import { placesOf } from '../words/places.ts'

/** What a rendering of claims is told beside them: what was read, and by which version of unwash. */
export interface ClaimsRenderOptions extends RenderOptions {
  readonly subject: string
  readonly version: string
}

const { terminal, json, markdown, html } = waysOf<ClaimsReport, ClaimsRenderOptions>(
  (report, { subject, names }) => [claimsPage(report, subject, names)],
  (title, _, { subject }) => `${subject}: ${title}`,
)

/** For code scanning: a result for every claim that is contradicted or could not be tested (SARIF 2.1.0). */
const sarif: ReporterOf<ClaimsReport, ClaimsRenderOptions> = {
  id: 'sarif',
  extension: 'sarif',
  render: ({ claims, findings }, { version }) =>
    setLog(
      claims.filter(claim => claim.check !== 'supported').map(claim => claimResult(claim, findings)),
      { version, rule: id => CLAIM_RULES[id] ?? { short: id } },
    ),
}

/** The ways to show it; the first is the usual one. */
export const claimsReporters: ReportersOf<ClaimsReport, ClaimsRenderOptions> = [terminal, json, markdown, html, sarif]

/** What an announcement claims, whether it holds, and of which releases it speaks. */
export function claimsPage(report: ClaimsReport, subject: string, names: Names): Page {
  const { claims } = report
  const said = claimsIn(report)
  return {
    subject: [look('strong', subject)],
    title: claims.length === 0 ? 'No claim of openness found' : `${count(claims.length, 'claim')}: ${checksOf(claims)}`,
    lead: [],
    sections: [...releasesIn(report, names), ...(said ? [said] : []), ...unclaimedIn(report)],
    foot: NOT_ADVICE,
  }
}

/** The sentences that were read as no claim, so that none of a text is passed over unsaid. */
export function unclaimedIn({
  unclaimed,
  unlisted = 0,
}: Pick<ClaimsReport, 'unclaimed' | 'unlisted'>): readonly Section[] {
  if (unclaimed.length + unlisted === 0) return []
  const items = unclaimed.map((cited): Item => [[...inQuotes(cited), ' ', ...placesOf([cited], 1)]])
  const more = unlisted > 0 ? `; ${count(unlisted, 'more sentence')} not listed` : ''
  const summary = `${count(unclaimed.length, 'sentence')}, not checked${more}`
  return [{ heading: UNCLAIMED, blocks: [{ kind: 'fold', summary, blocks: [list(items)] }] }]
}
/** under which they stand */
const UNCLAIMED = 'Read as no claim of openness'

function releasesIn({ releases }: ClaimsReport, names: Names): readonly Section[] {
  if (releases.length === 0) return []
  const all = releases.map(
    (release): Line => [
      look('strong', release.name),
      `: ${names.term(release.term.floor)}`,
      release.term.ceiling === release.term.floor ? '' : `, at most ${names.term(release.term.ceiling)}`,
      look(
        'faint',
        release.by === 'audit' ? `, audited at ${release.place ?? 'its place'}` : ', from dated facts; not audited',
      ),
    ],
  )
  return [{ heading: 'Speaks of', blocks: [lines(...all)] }]
}
