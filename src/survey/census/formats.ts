import { setDocument, setPage as setHtml } from '../../reports/html/index.ts'
import { inJson } from '../../reports/json.ts'
import { setPage as setMarkdown } from '../../reports/markdown/index.ts'
import type { RenderOptions } from '../../reports/reporter.ts'
import { setPage } from '../../reports/terminal/index.ts'
import type { Census } from './census.ts'
import { censusPage } from './page.ts'

/** One way to show a census. */
export interface CensusReporter {
  readonly id: string
  render(census: Census, options: RenderOptions): string
}

/** The ways to show a census; the first is the usual one. */
export const censusReporters: readonly [CensusReporter, ...CensusReporter[]] = [
  { id: 'terminal', render: (census, { names, width, paint }) => setPage(censusPage(census, names), width, paint) },
  { id: 'markdown', render: (census, { names }) => setMarkdown(censusPage(census, names)) },
  {
    id: 'html',
    render(census, { names }) {
      const page = censusPage(census, names)
      return setDocument(page.title, setHtml(page))
    },
  },
  { id: 'json', render: census => inJson(census) },
]
