import { escaped } from '@unwash/core/text/foreign'
import { setDocument } from '@unwash/reporters/html/index'
import { bars, columns, tableOf } from '@unwash/reporters/plots/index'
import { counted, type Figure, type GridPlace, type Shown } from './figure.ts'

/** What the page says before its figures, and after them. */
export interface PageFrame {
  readonly title: string
  /** a line above the title: what was surveyed, and when */
  readonly kicker: string
  /** the few sentences that a reader in a hurry takes away */
  readonly lead: readonly string[]
  readonly foot: readonly string[]
}

/** One page without a script and without a request: headings, drawings, and under each its numbers. */
export function setSurvey({ title, kicker, lead, foot }: PageFrame, figures: readonly Figure[]): string {
  const contents = figures.map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`)
  return setDocument(
    title,
    [
      `<style>${STYLE}</style>`,
      '<header>',
      `<p class="kicker">${escaped(kicker)}</p>`,
      `<h1>${escaped(title)}</h1>`,
      ...lead.map(words => `<p class="lead">${escaped(words)}</p>`),
      `<nav><ol>${contents.join('')}</ol></nav>`,
      '</header>',
      '<main>',
      ...figures.map(setFigure),
      '</main>',
      '<footer>',
      ...foot.map(words => `<p>${escaped(words)}</p>`),
      '</footer>',
    ].join('\n'),
  )
}

function setFigure({ id, heading, says, shown }: Figure): string {
  return [
    `<section id="${id}">`,
    `<h2>${escaped(heading)}</h2>`,
    ...says.map(words => `<p>${escaped(words)}</p>`),
    ...shown.map(setShown),
    '</section>',
  ].join('\n')
}

function setShown(shown: Shown): string {
  if (shown.as === 'table') return setTable(shown.caption, shown.head, shown.rows)
  if (shown.as === 'grid') return setGrid(shown)
  const { chart } = shown
  const svg = shown.as === 'columns' ? columns(chart) : bars(chart, { share: shown.as === 'shares' })
  const { head, rows } = tableOf(chart)
  const numbers = `<details><summary>The numbers</summary>${setTable(null, head, rows)}</details>`
  return `<figure><figcaption>${escaped(chart.title)}</figcaption>${scrolled(chart.title, svg)}\n${numbers}</figure>`
}

/** What may be wider than the page, and is then moved sideways, by the keyboard too. */
const scrolled = (label: string, inner: string) =>
  `<div class="scroll" role="group" tabindex="0" aria-label="${escaped(label)}">${inner}</div>`

function setTable(caption: string | null, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const numbers = head.map((_, at) => at > 0 && rows.every(row => /^[\d,.]+$/.test(row[at] ?? '')))
  const look = (at: number) => (numbers[at] ? ' class="number"' : '')
  const cell = (text: string, at: number) =>
    at === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td${look(at)}>${escaped(text)}</td>`
  const table = [
    '<table>',
    ...(caption === null ? [] : [`<caption>${escaped(caption)}</caption>`]),
    `<thead><tr>${head.map((text, at) => `<th scope="col"${look(at)}>${escaped(text)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody>`,
    '</table>',
  ]
  return scrolled(caption ?? head.join(', '), table.join(''))
}

/** Two questions crossed, with sums at the ends: in each place how many, the darker the more, and a part of these. */
function setGrid({ caption, down, across, columns, rows }: Extract<Shown, { readonly as: 'grid' }>): string {
  const inner = rows.slice(0, -1).flatMap(({ places }) => places.slice(0, -1))
  const most = Math.max(1, ...inner.map(({ count }) => count))
  const place = (one: GridPlace) => {
    const { count, part } = one
    if (count === 0) return '<td>–</td>'
    const shade = !inner.includes(one) ? '' : ` style="--shade:${Math.round((count / most) * 60) + 6}%"`
    return `<td${shade}><b>${counted(count)}</b> <span>${escaped(part)}</span></td>`
  }
  const heads = columns.map(text => `<th scope="col">${escaped(text)}</th>`)
  const body = rows.map(
    ({ label, places }) => `<tr><th scope="row">${escaped(label)}</th>${places.map(place).join('')}</tr>`,
  )
  const table = [
    `<table class="grid"><caption>${escaped(caption)}</caption>`,
    `<thead><tr><th rowspan="2" scope="col">${escaped(down)}</th>`,
    `<th colspan="${columns.length}" scope="colgroup">${escaped(across)}</th></tr>`,
    `<tr>${heads.join('')}</tr></thead>`,
    `<tbody>${body.join('')}</tbody>`,
    '</table>',
  ]
  return scrolled(caption, table.join(''))
}

/** What the page has beyond the look of every page. */
const STYLE = `
body { max-width: 52rem }
.kicker, summary, figure table { color: var(--faint); font-size: .9rem }
h1 { font-size: 2.6rem; line-height: 1.1 }
nav ol { columns: 20rem 2; column-gap: 2.5rem; padding: .75rem 0 .75rem 1.8rem; border-top: 1px solid var(--line) }
h2 { margin-top: 3.25rem; padding-top: .9rem; border-top: 2px solid var(--ink) }
nav li { padding-left: .2rem; break-inside: avoid }
figure { margin: 1.75rem 0 2.25rem }
figcaption, caption { margin-bottom: .75rem; font-weight: 700; text-align: left }
figure svg { display: block; min-width: 36rem }
.grid { border-collapse: separate; border-spacing: 3px; table-layout: fixed; min-width: 34rem }
.grid td { border: 0; padding: .6rem .75rem;
  background: color-mix(in srgb, light-dark(#c8963c, #80601f) var(--shade, 0%), transparent) }
.grid b { display: block; font-size: 1.45rem; font-variant-numeric: tabular-nums }
th[scope=row] { font-weight: 400 }
.number { text-align: right; font-variant-numeric: tabular-nums }
@media screen and (min-width: 79rem) {
  body { max-width: 76rem } main { columns: 2; column-gap: 2.5rem } header > p, footer { max-width: 52rem }
  section { break-inside: avoid } section:first-child h2 { margin-top: 1rem }
}
@media print {
  summary, nav { display: none } h2 { break-inside: avoid }
}
`.trim()
