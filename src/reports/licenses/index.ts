import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import { setPage } from '../terminal/index.ts'
import { licensesPages } from './pages.ts'
import type { LicensesReporter } from './reporter.ts'
import { sarif } from './sarif.ts'

export type { LicensesReporter } from './reporter.ts'

const terminal: LicensesReporter = {
  id: 'terminal',
  extension: 'txt',
  render: (report, { names, width, paint }) =>
    licensesPages(report, names)
      .map(page => setPage(page, width, paint))
      .join('\n'),
}

const markdown: LicensesReporter = {
  id: 'markdown',
  extension: 'md',
  render: (report, { names }) => licensesPages(report, names).map(setMarkdown).join('\n'),
}

const json: LicensesReporter = { id: 'json', extension: 'json', render: report => inJson(report) }

/** The ways to show what was read of license texts; the first is the usual one. */
export const licensesReporters: readonly [LicensesReporter, ...LicensesReporter[]] = [terminal, json, markdown, sarif]
