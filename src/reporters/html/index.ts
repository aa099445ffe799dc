import type { Citation } from '../../report/report.ts'
import { escaped, langOf } from '../../text/foreign.ts'
import type { Block, Item, Line, Page, Span } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { Reporter } from '../reporter.ts'
import { placeOf } from '../words/places.ts'
import { citedWords } from '../words/quoted.ts'
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

/** Sets a page as the body of a document; `at` tells the places of several pages apart. */
export function setPage(page: Page, at = 0): string {
  const cited = new Map<string, Citation>()
  const set = setter(citation => {
    const place = placeOf(citation)
    cited.set(place, citation)
    return `${at}-${[...cited.keys()].indexOf(place) + 1}`
  })
  const body = [
    page.tone ? `<header class="verdict ${page.tone}">` : '<header>',
    `<p class="over">${set.line(page.subject)}</p>`,
    `<h1${page.tone ? ' class="term"' : ''}>${escaped(page.title)}</h1>`,
    ...page.lead.map(set.block),
    '</header>',
    '<main>',
    ...page.sections.flatMap(({ heading, blocks, detail = false }) => folded(heading, blocks.map(set.block), detail)),
  ]
  const foot = page.foot.map(line => `<p>${set.line(line)}</p>`)
  return [...body, ...setPlaces(cited, at, page.original), '</main>', '<footer>', ...foot, '</footer>'].join('\n')
}

/** Every place that is cited, with the words that stand there and where its publisher has it. */
function setPlaces(cited: ReadonlyMap<string, Citation>, at: number, original: Page['original']): readonly string[] {
  if (cited.size === 0) return []
  const items = [...cited].map(([place, citation], number) => {
    const words = citedWords(citation) ?? ('fact' in citation ? citation.fact : null)
    const address = original?.(citation)
    const link = address ? `<a class="place" href="${escaped(address)}">${escaped(place)}</a>` : placed(place)
    const quote = words ? `<blockquote${langIn(words)}>${escaped(words)}</blockquote>` : ''
    return `<li id="c${at}-${number + 1}">${link}${quote}</li>`
  })
  return folded('Places', ['<ol class="small">', ...items, '</ol>'], true)
}

/** A part under its heading; one of details is folded. */
const folded = (heading: string, blocks: readonly string[], detail: boolean) =>
  detail
    ? [`<details class="detail"><summary>${escaped(heading)}</summary>`, ...blocks, '</details>']
    : ['<section>', `<h2>${escaped(heading)}</h2>`, ...blocks, '</section>']

const placed = (place: string) => `<span class="place">${escaped(place)}</span>`

function langIn(words: string): string {
  const lang = langOf(words)
  return lang === undefined ? '' : ` lang="${lang}"`
}

const headOf = (name: string) => (name === '' ? '<td></td>' : `<th scope="col">${escaped(name)}</th>`)

/** Sets blocks and lines; `numberOf` gives what is cited the number of its place. */
function setter(numberOf: (cited: Citation) => string) {
  const line = (spans: Line): string => spans.map(span).join('').trim()
  const table = ({ head, rows }: Extract<Block, { kind: 'table' }>) => [
    '<div class="scroll" tabindex="0">',
    '<table>',
    `<thead><tr>${head.map(headOf).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(cells => `<tr>${cells.map(cell => `<td>${line(cell)}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table>',
    '</div>',
  ]
  const block = (one: Block): string => {
    switch (one.kind) {
      case 'lines':
        return one.lines.map(each => `<p>${line(each)}</p>`).join('\n')
      case 'list': {
        const item = ([first, ...under]: Item) =>
          `<li>${line(first)}${under.map(each => `<div>${line(each)}</div>`).join('')}</li>`
        return ['<ul>', ...one.items.map(item), '</ul>'].join('\n')
      }
      case 'fold':
        return one.aside
          ? ''
          : [`<details><summary>${escaped(one.summary)}</summary>`, ...one.blocks.map(block), '</details>'].join('\n')
      case 'table':
        return table(one).join('\n')
    }
  }
  const span = (one: Span): string => {
    if (typeof one === 'string') return escaped(one)
    const words = escaped(one.text)
    const { cited, look } = one
    if (cited && !('looked' in cited)) return `<a class="place" href="#c${numberOf(cited)}">${words}</a>`
    if (look === 'plain') return words
    if (look === 'place') return placed(one.text)
    if (look === 'code') return `<code>${words}</code>`
    if (look === 'strong') return `<strong>${words}</strong>`
    return `<span class="${look}"${langIn(one.text)}>${words}</span>`
  }
  return { line, block }
}
