import type { Block, Line, Page, Span } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { Reporter } from '../reporter.ts'
import { escaped } from './escape.ts'
import { STYLE } from './style.ts'

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
${STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** Sets a page as the body of a document. */
export function setPage(page: Page): string {
  return [
    '<header>',
    `<p>${setLine(page.subject)}</p>`,
    `<h1>${escaped(page.title)}</h1>`,
    ...page.lead.map(setBlock),
    '</header>',
    '<main>',
    ...page.sections.flatMap(section => [
      '<section>',
      `<h2>${escaped(section.heading)}</h2>`,
      ...section.blocks.map(setBlock),
      '</section>',
    ]),
    '</main>',
    '<footer>',
    ...page.foot.map(line => `<p>${setLine(line)}</p>`),
    '</footer>',
  ].join('\n')
}

function setBlock(block: Block): string {
  switch (block.kind) {
    case 'lines':
      return block.lines.map(line => `<p>${setLine(line)}</p>`).join('\n')
    case 'list':
      return [
        '<ul>',
        ...block.items.map(
          ([first, ...under]) =>
            `<li>${setLine(first)}${under.map(line => `<div>${setLine(line)}</div>`).join('')}</li>`,
        ),
        '</ul>',
      ].join('\n')
    case 'fold':
      return block.aside
        ? ''
        : [`<details><summary>${escaped(block.summary)}</summary>`, ...block.blocks.map(setBlock), '</details>'].join(
            '\n',
          )
    case 'table':
      return [
        '<div class="scroll" tabindex="0">',
        '<table>',
        `<thead><tr>${block.head.map(name => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...block.rows.map(cells => `<tr>${cells.map(line => `<td>${setLine(line)}</td>`).join('')}</tr>`),
        '</tbody>',
        '</table>',
        '</div>',
      ].join('\n')
  }
}

const setLine = (line: Line) => line.map(setSpan).join('').trim()

function setSpan(span: Span): string {
  if (typeof span === 'string') return escaped(span)
  const words = escaped(span.text)
  switch (span.look) {
    case 'plain':
      return words
    case 'code':
    case 'place':
      return `<code>${words}</code>`
    case 'strong':
      return `<strong>${words}</strong>`
    default:
      return `<span class="${span.look}">${words}</span>`
  }
}
