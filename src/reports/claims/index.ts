import type { ClaimsReport } from '../../claims/report.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { claimsPage } from './page.ts'
import type { ClaimsRenderOptions } from './reporter.ts'
import { sarif } from './sarif.ts'

const { terminal, json, markdown, html } = waysOf<ClaimsReport, ClaimsRenderOptions>(
  (report, { subject, names }) => [claimsPage(report, subject, names)],
  (title, _, { subject }) => `${subject}: ${title}`,
)

/** The ways to show it; the first is the usual one. */
export const claimsReporters: ReportersOf<ClaimsReport, ClaimsRenderOptions> = [terminal, json, markdown, html, sarif]
