import { setDocument, setPage as setHtml } from '../html/index.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { Reporter } from '../reporter.ts'
import { memoPage } from './page.ts'

/** A memo on the exemption of Article 53(2) of the AI Act, for the provider's counsel to check and to sign: as Markdown. */
export const memo: Reporter = {
  id: 'memo',
  extension: 'memo.md',
  render: (report, { names }) => setMarkdown(memoPage(report, names)),
}

/** The same as a page to print. */
export const memoHtml: Reporter = {
  id: 'memo-html',
  extension: 'memo.html',
  render(report, { names }) {
    const page = memoPage(report, names)
    return setDocument(`${report.release.name}: ${page.title}`, setHtml(page))
  },
}
