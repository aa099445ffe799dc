import type { Report } from '../../report.ts'
import type { Reporter } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { memoPage } from './page.ts'

const { markdown, html } = waysOf<Report>(
  (report, { names }) => [memoPage(report, names)],
  (title, { release }) => `${release.name}: ${title}`,
)

/** A memo on the exemption of Article 53(2) of the AI Act, for the provider's counsel to check and to sign: as Markdown. */
export const memo: Reporter = { ...markdown, id: 'memo', extension: 'memo.md' }

/** The same as a page to print. */
export const memoHtml: Reporter = { ...html, id: 'memo-html', extension: 'memo.html' }
