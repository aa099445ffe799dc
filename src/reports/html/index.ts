import type { Block, Line, Page, Span } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { Reporter } from '../reporter.ts'
import { escaped } from './escape.ts'

/** The look of a page: one column, both color schemes, and paper. It asks for nothing from outside. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --faint: #5b6470; --line: #d5dae0; --paper: #fff; --wash: #f4f6f8;
  --good: #0b6b3a; --bad: #a31621; --ask: #7a4d00 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --faint: #a3adb8; --line: #3a424b; --paper: #15181b;
  --wash: #1e2328; --good: #6fd39b; --bad: #ff9a9a; --ask: #f0c674 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif }
h1 { margin: .25rem 0 .5rem; font-size: 2.25rem; line-height: 1.15; letter-spacing: -.01em }
h2 { margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: 1.15rem }
p { margin: .5rem 0 }
ul { margin: .5rem 0; padding-left: 1.25rem }
li { margin: .3rem 0 }
li > div { padding-left: 1rem }
.scroll { overflow-x: auto }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .94rem }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th { color: var(--faint); font-weight: 600 }
code { padding: .05rem .3rem; border-radius: .2rem; background: var(--wash); font: .88em ui-monospace, monospace;
  overflow-wrap: break-word }
.faint { color: var(--faint) }
.good { color: var(--good); font-weight: 600 }
.bad { color: var(--bad); font-weight: 600 }
.ask { color: var(--ask); font-weight: 600 }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .88rem }
@media print { body { max-width: none; padding: 0; font-size: 10pt } h2 { break-after: avoid } tr, li { break-inside: avoid }
  .scroll { overflow: visible } }
`.trim()

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
