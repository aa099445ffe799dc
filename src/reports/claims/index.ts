import type { ClaimsReport } from '../../claims/report.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { RenderOptions } from '../reporter.ts'
import { setPage } from '../terminal/index.ts'
import { claimsPage } from './page.ts'

/** One way to show what an announcement claims. */
export interface ClaimsReporter {
  readonly id: string
  render(report: ClaimsReport, options: RenderOptions & { readonly subject: string }): string
}

/** The ways to show it; the first is the usual one. */
export const claimsReporters: readonly [ClaimsReporter, ...ClaimsReporter[]] = [
  {
    id: 'terminal',
    render: (report, { subject, names, width, paint }) => setPage(claimsPage(report, subject, names), width, paint),
  },
  { id: 'json', render: report => inJson(report) },
  { id: 'markdown', render: (report, { subject, names }) => setMarkdown(claimsPage(report, subject, names)) },
]
