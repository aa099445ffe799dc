import { escaped } from '@unwash/core/text/foreign'
import { pageOf } from '../pages.ts'
import type { Reporter } from '../reporter.ts'
import { setPage } from './body.tsx'
import { LOOK, PAPER } from './style.ts'

/** One file to read, print or pass on: no script, and no request to anywhere. */
export const html: Reporter = {
  id: 'html',
  extension: 'html',
  render(report, { names }) {
    const page = pageOf(report, names)
    return setDocument(`${report.release.name}: ${page.title}`, setPage(page))
  },
}

/** A whole document around the body of a page. */
export function setDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${LOOK}
body { padding-top: 1.5rem }
${PAPER}
</style>
</head>
<body>
${body}
</body>
</html>
`
}
