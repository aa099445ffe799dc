import { setDocument, setPage as setHtml } from '../html/index.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import { setPage } from '../terminal/index.ts'
import { claimsPage } from './page.ts'
import type { ClaimsReporter } from './reporter.ts'
import { sarif } from './sarif.ts'

export type { ClaimsReporter } from './reporter.ts'

const html: ClaimsReporter = {
  id: 'html',
  render(report, { subject, names }) {
    const page = claimsPage(report, subject, names)
    return setDocument(`${subject}: ${page.title}`, setHtml(page))
  },
}

/** The ways to show it; the first is the usual one. */
export const claimsReporters: readonly [ClaimsReporter, ...ClaimsReporter[]] = [
  {
    id: 'terminal',
    render: (report, { subject, names, width, paint }) => setPage(claimsPage(report, subject, names), width, paint),
  },
  { id: 'json', render: report => inJson(report) },
  { id: 'markdown', render: (report, { subject, names }) => setMarkdown(claimsPage(report, subject, names)) },
  html,
  sarif,
]
