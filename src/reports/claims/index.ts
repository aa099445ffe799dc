import type { ClaimsReport } from '../../claims/report.ts'
import type { RenderOptions, ReporterOf, ReportersOf } from '../reporter.ts'
import { CLAIM_RULES, claimResult } from '../sarif/claims.ts'
import { setLog } from '../sarif/log.ts'
import { waysOf } from '../ways.ts'
import { claimsPage } from './page.ts'

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
