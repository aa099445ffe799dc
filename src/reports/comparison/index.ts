import type { Report } from '../../report.ts'
import { setDocument, setPage as setHtml } from '../html/index.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { RenderOptions } from '../reporter.ts'
import { setPage } from '../terminal/index.ts'
import { comparisonPage } from './page.ts'

/** One way to show several releases side by side. */
export interface ComparisonReporter {
  readonly id: string
  render(reports: readonly Report[], options: RenderOptions): string
}

const terminal: ComparisonReporter = {
  id: 'terminal',
  render: (reports, { names, width, paint }) => setPage(comparisonPage(reports, names), width, paint),
}

const markdown: ComparisonReporter = {
  id: 'markdown',
  render: (reports, { names }) => setMarkdown(comparisonPage(reports, names)),
}

const html: ComparisonReporter = {
  id: 'html',
  render(reports, { names }) {
    const page = comparisonPage(reports, names)
    return setDocument(page.title, setHtml(page))
  },
}

const json: ComparisonReporter = {
  id: 'json',
  render: reports => inJson({ schemaVersion: 1, reports }),
}

/** The ways to show a comparison; the first is the usual one. */
export const comparisonReporters: readonly [ComparisonReporter, ...ComparisonReporter[]] = [
  terminal,
  markdown,
  html,
  json,
]
