import { LOOK, PAPER } from '@unwash/reporters/html/style'
import { READER } from './reader.ts'
import { RELEASE } from './release.ts'

/** The frame of the site. */
const BASE = `
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper) }
.skip:focus { left: 1rem; top: .5rem; z-index: 1 }
header.site { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; align-items: baseline; padding: 1.1rem 0 1rem;
  border-bottom: 1px solid var(--line); font: .9375rem/1.5 var(--sans) }
header.site .name { color: var(--ink); font: 600 1.25rem/1 var(--serif); text-decoration: none; letter-spacing: -.01em }
header.site nav { display: flex; flex-wrap: wrap; gap: .25rem 1.35rem }
header.site nav a { color: var(--faint); text-decoration: none; padding: .2rem 0 }
header.site nav a:hover, header.site nav a[aria-current] { color: var(--ink) }
header.site nav a[aria-current] { box-shadow: 0 2px 0 var(--ink) }
main { padding-top: 2rem }
@media (max-width: 42rem) {
  header.site { gap: .35rem 1rem } header.site nav { gap: .2rem .8rem; font-size: .88rem } main { padding-top: .8rem }
}
`

/** Tables, forms, and pictures. */
const PARTS_STYLE = `
thead th { white-space: nowrap }
tbody th { font-weight: 550 }
caption { padding-bottom: .4rem; color: var(--faint); text-align: left }
table.numbers { width: auto; min-width: 50%; font-variant-numeric: tabular-nums }
table.numbers td, table.numbers thead th:not(:first-child) { text-align: right }
table.numbers tbody th { font-weight: 400 }
table.numbers :is(th, td) { padding-block: .25rem }
form { font: .9375rem/1.5 var(--sans) }
fieldset { margin: 0 0 .75rem; padding: 0; border: 0 }
legend { padding: 0; margin-bottom: .35rem; font-weight: 600 }
label { display: inline-block }
input[type=text], input[type=search], input[type=number], input:not([type]), select, textarea { padding: .45rem .6rem;
  border: 1px solid var(--faint); border-radius: 4px; background: var(--paper); color: inherit; font: inherit;
  max-width: 100% }
textarea { display: block; width: 100%; min-height: 14rem; font: .9rem/1.5 var(--mono) }
button { padding: .5rem 1.1rem; border: 1px solid var(--ink); border-radius: 4px; background: var(--ink);
  color: var(--paper); font: 550 .9375rem/1.5 var(--sans); cursor: pointer }
button.second { background: transparent; color: var(--ink) }
button.second:hover { color: var(--paper) }
button:hover { background: var(--link); border-color: var(--link) }
.ask-for { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.8rem 0 3rem; max-width: 38rem }
.ask-for input { flex: 1 1 16rem; font-size: 1.05rem }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: .75rem 1.1rem;
  margin: 1.5rem 0 1rem }
.filters label { display: block; color: var(--faint); font-size: .875rem }
.filters select, .filters input { display: block; width: 100%; margin-top: .15rem; color: var(--ink) }
.choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .3rem 1.5rem }
.choices label { display: grid; grid-template-columns: auto 1fr; gap: .55rem; align-items: baseline }
[hidden] { display: none !important }
button.sort { padding: 0; border: 0; background: none; color: var(--link); font: inherit; text-align: left;
  cursor: pointer }
button.sort:hover { background: none; text-decoration: underline }
[aria-sort] :is(a, button.sort) { color: var(--ink) }
[aria-sort=ascending] button.sort::after { content: " ↑" } [aria-sort=descending] button.sort::after { content: " ↓" }
button:disabled { opacity: .55; cursor: default }
figure { margin: 1.25rem 0 } figure svg { max-width: 100%; height: auto }
figcaption { color: var(--faint); font: .9rem/1.5 var(--sans) }
.columns { columns: 17rem; column-gap: 2.5rem; max-width: none; padding: 0; list-style: none }
.columns li { break-inside: avoid; margin: 0 0 .5rem }
.pages { display: flex; gap: 1.25rem; margin: 1.25rem 0; align-items: center; font: .9375rem/1.5 var(--sans) }
form:has(input[name=release]:checked) > .pages { position: sticky; bottom: 0; margin: 0; padding: .75rem 0;
  background: var(--paper); border-top: 1px solid var(--line) }
@media (max-width: 42rem) {
  .filters { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .compare .stacks td:first-child { display: block; color: var(--ink); font-weight: 600 }
  .compare .stacks td::before { font-size: .85em }
  .stacks tbody th { font-size: 1rem } .stacks .chosen { position: absolute; right: 0; top: .7rem }
  .stacks .chosen ~ th { padding-right: 2rem }
}
`

/** The first page, the table, what is known, and the sources. */
const PAGES_STYLE = `
.decided dt { font: 600 1rem/1.45 var(--sans) } .decided dd { font: 1rem/1.45 var(--sans) }
.decided blockquote { margin: .4rem 0 0; font: .95rem/1.5 var(--serif) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.nowrap, td .places { white-space: nowrap } td .places a.place { white-space: nowrap }
td .places .small { white-space: normal }
td a, th a { text-decoration-color: var(--line) } td a:hover, th a:hover { text-decoration-color: currentColor }
.terms { margin: 1rem 0; border-top: 1px solid var(--line) }
.terms > div { display: grid; grid-template-columns: 15rem 1fr; gap: .1rem 1.5rem; padding: .6rem 0;
  border-bottom: 1px solid var(--line) }
.terms dt { font-weight: 600 } .terms dt a { text-decoration-color: var(--line) } .terms dd { margin: 0 }
.terms dd::first-letter { text-transform: uppercase }
.steps { padding: 0; list-style: none; color: var(--faint); font: .9375rem/1.5 var(--sans) }
.steps [aria-current] { color: var(--ink); font-weight: 600 } .steps [aria-current]::after { content: " …" }
td[data-label=claims] { min-width: 11rem } td[data-label=id], td[data-label="answered by"] { width: 9rem }
table.releases th[scope=row] { min-width: 11rem; overflow-wrap: anywhere }
.plot { max-width: 48rem; margin: 0 0 2.5rem } .plot h3 { margin-top: .8rem }
.bars caption { color: var(--ink); font-weight: 600 }
.bars :is(th, td) { padding: .2rem .8rem .2rem 0; border: 0; vertical-align: middle }
.bars th { width: 13rem; font-weight: 400 } .bars td:last-child { width: 4rem; font-variant-numeric: tabular-nums }
.bar svg { display: block; width: 100%; height: 1rem; fill: var(--link); border-left: 1px solid var(--faint) }
.compare table { table-layout: fixed } .compare :is(td, th):first-child { width: 13rem }
.compare td { overflow-wrap: anywhere } .compare td > div + div { margin-top: .3rem }
.compare td:first-child { color: var(--faint) }
.ways { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center }
.go { display: flex; align-items: start; gap: 1rem; margin-bottom: 1.5rem } .go details { flex: 1 }
.anything { max-width: 42rem; margin: 1.8rem 0 }
.anything textarea { min-height: 4.2rem; resize: vertical; font: 1.05rem/1.5 var(--sans); margin-bottom: .6rem }
.anything.dragged textarea { border-style: dashed; border-color: var(--link) }
.verdict { padding: 1rem 1.25rem; border-left: 4px solid var(--ink); background: var(--wash) }
.verdict h2 { margin: 0 0 .5rem; font-size: 1.2rem } .verdict dl { margin: 0 }
.verdict dl > div { display: grid; grid-template-columns: 5.5rem 1fr; gap: 1rem; padding: .2rem 0 }
.verdict dt { color: var(--faint); font: .9rem/1.6 var(--sans) } .verdict dd { margin: 0 }
.spread { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 2.5rem }
.spread .plot { margin-bottom: 1.2rem } .plot > p { margin: 0 }
button.plain { margin-left: .8rem; padding: 0; border: 0; background: none; color: var(--link); font: inherit;
  text-decoration: underline }
button.plain:hover { color: var(--ink) }
.lead p { max-width: 40rem; margin: .4rem 0 } .lead .faint { font-size: .9em }
.frameworks { border-top: 1px solid var(--line) }
.frameworks > details { margin: 0; padding: .2rem 0; border-bottom: 1px solid var(--line) }
.frameworks > details > summary { padding: .45rem 0; font: .95rem/1.5 var(--sans) }
.frameworks :target { background: none }
.frameworks summary .small { display: block; padding-left: 1.1rem }
.sources { margin-top: 3rem; color: var(--faint) }
h1.file { font: 600 1.6rem/1.3 var(--mono); letter-spacing: -.02em }
.source { max-width: none; margin: 1.5rem 0; padding: 0; list-style: none; counter-reset: line;
  font: .875rem/1.6 var(--mono); border-top: 1px solid var(--line); padding-top: .75rem }
.source li { margin: 0; padding: 0 .5rem 0 4.5rem; position: relative; white-space: pre-wrap; overflow-wrap: anywhere;
  counter-increment: line }
.source li::before { content: counter(line); position: absolute; left: 0; width: 3.5rem; text-align: right;
  color: var(--faint) }
.source li:is(:target, .marked, :has(:target)) { background: var(--mark) }
@media (max-width: 42rem) {
  .terms > div { grid-template-columns: 1fr } .columns { columns: 2; column-gap: 1rem; font-size: .9rem }
  .plot .drawn { min-width: 34rem } .bars th { width: 9.5rem }
  .source li { padding-left: 3rem } .source li::before { width: 2.25rem }
  .stacks td, .stacks td :is(.places, a.place) { white-space: normal; overflow-wrap: anywhere }
}
`

/** Paper: no navigation, no forms. */
const PRINT = `
@media print {
  header.site nav, .skip, form, .actions, .pages, button { display: none }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`

const sheet = (...parts: readonly string[]) => parts.map(part => part.trim()).join('\n')

/** What is read in the browser has a look of its own beside the rest. */
export const READING = sheet(READER)

/** The style sheet of the pages; paper comes last, over the rest. */
export const STYLE = sheet(LOOK, BASE, PARTS_STYLE, RELEASE, PAGES_STYLE, PAPER, PRINT)
