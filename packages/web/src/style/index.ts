import { LOOK, PAPER } from '@unwash/reporters/html/style'
import { LOOKS } from './looks.ts'
import { RELEASE } from './release.ts'

/** Of each look, whether its marks are shown. */
const hidden = (marks: (look: string) => string) =>
  LOOKS.map(look => `.read:has([value=${look}]:not(:checked)) ${marks(look)}`).join(',\n')

/** The license reader and the claim checker: a marked text, and notes beside it. Looks are told apart without color. */
const READER = `
:root { --ban: var(--bad); --duty: var(--ask); --plea: var(--link); --grant: var(--good); --definition: var(--faint) }
.reader { min-height: 26rem }
.reader .status { min-height: 1.6em; margin: .5rem 0; max-width: none; color: var(--faint);
  font: .9375rem/1.6 var(--sans) }
.given { margin: 0 0 1rem; font: .9375rem/1.5 var(--sans) }
.given > label { display: block; margin-bottom: .3rem; font-weight: 600 }
.given textarea { border-style: dashed; background: var(--wash); resize: vertical }
.given textarea:focus, .given.dragged textarea { border-style: solid; background: var(--paper) }
.given.dragged textarea { outline: 3px solid var(--link) }
.given .hint { margin: .4rem 0 .8rem; color: var(--faint) }
.given .ways { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center }
.given .pick { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
.given .pick select { max-width: min(24rem, 78vw) }
.against { max-width: none; margin: 1.2rem 0; font: .9375rem/1.5 var(--sans) }
.against label, .against input { display: block } .against label { font-weight: 600 }
.against input { width: min(30rem, 100%); margin: .3rem 0; font-weight: 400 }
.identity { margin: 1.5rem 0 } .identity li { margin: .2rem 0 }
.identity .class { font: 600 1.25rem/1.4 var(--sans) } .identity .class::first-letter { text-transform: uppercase }
.identity ul { max-width: none; font: .95rem/1.45 var(--sans) }
main:has(.read) > h1 { margin: 0; font-size: 1.1rem; color: var(--faint) }
.claims .check { font-size: 1.15rem } .read h2:not(.identity h2) { font-size: 1.35rem }
.identity h2 { margin: 0 0 .3rem; font-size: clamp(1.4rem, 5vw, 1.9rem); outline: 0 }
.ways.actions { gap: .5rem } .ways.actions select { width: 9.6rem }
.identity p { margin: .2rem 0; max-width: 46rem }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: center; margin: 1.5rem 0 .75rem;
  font: .9rem/1.5 var(--sans) }
.legend legend { float: left; margin: 0 .4rem 0 0 }
.legend label { display: flex; gap: .4rem; align-items: center }
.split { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem }
.marked { padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: 4px; background: var(--wash);
  font: .9375rem/1.75 var(--serif); overflow-wrap: anywhere }
.marked > div { min-height: 1.75em; white-space: pre-wrap; content-visibility: auto;
  contain-intrinsic-height: auto 1.75em }
.marked .flows { white-space: normal; contain-intrinsic-height: auto 7em }
.marked span { scroll-margin-top: 4rem } .marked span:target { background: var(--mark) }
mark.added { font-weight: 650 }
mark.added.first { margin-left: .1em; padding-left: .2em; border-left: .22em solid var(--ask) }
mark.ban, mark.duty, mark.limit, mark.plea, mark.grant, mark.definition, mark.contradicted, mark.undetermined,
mark.supported {
  padding: .05em 0; border-radius: 2px; background: color-mix(in srgb, var(--tone) 11%, transparent);
  text-decoration: underline var(--tone); text-decoration-thickness: .1em; text-underline-offset: .22em;
  text-decoration-skip-ink: none }
.ban, .contradicted { --tone: var(--ban) } .duty, .limit, .undetermined { --tone: var(--duty) }
.plea { --tone: var(--plea) }
.grant, .supported { --tone: var(--grant) } .definition { --tone: var(--definition) }
mark.ban, mark.contradicted { text-decoration-style: solid; text-decoration-thickness: .17em }
mark.limit { text-decoration-style: double }
mark.duty, mark.undetermined { text-decoration-style: dashed }
mark.plea { text-decoration-style: wavy }
mark.grant, mark.supported { text-decoration-style: solid }
mark.definition { text-decoration-style: dotted; background: none }
mark.current { background: color-mix(in srgb, var(--tone) 32%, transparent) }
.chip { display: inline-block; min-width: 1.55em; margin-right: .25em; padding: 0 .35em; border-radius: 3px;
  border: 1.5px solid var(--tone); color: var(--tone); background: var(--paper); font: 650 .72rem/1.5 var(--sans);
  text-align: center; text-decoration: none; vertical-align: .12em; scroll-margin-top: 4rem }
.chip.ban, .chip.limit, .chip.contradicted { background: var(--tone); color: var(--paper) }
.chip.grant, .chip.supported { border-radius: 1em }
.chip.plea, .chip.undetermined { border-style: dashed }
.chip.definition { border-color: transparent }
.unread, .possible { --tone: var(--open) }
mark:is(.unread, .possible) { padding: .05em 0; background-color: color-mix(in srgb, var(--open) 7%, transparent);
  text-decoration: underline .17em dotted var(--open); text-underline-offset: .22em; text-decoration-skip-ink: none }
mark.possible { text-decoration-style: dashed }
mark:is(.is-unread, .is-possible) { border-radius: 2px; background-image: repeating-linear-gradient(-45deg,
  color-mix(in srgb, var(--open) 18%, transparent) 0 2px, transparent 2px 6px) }
mark:is(.unread, .possible).current { background-color: color-mix(in srgb, var(--open) 32%, transparent) }
.chip:is(.unread, .possible) { border-style: dashed } .chip:is(.unread, .possible)::after { content: "?" }
${hidden(look => `mark:is(.${look}, .is-${look})`)} { background: none; text-decoration: none; font-weight: inherit }
${hidden(look => `:is(.chip, li).${look}`)} { display: none }
.notes { font: .9rem/1.5 var(--sans) }
.notes ol { margin: 0; padding: 0; list-style: none }
.notes p { margin: .15rem 0 }
.clauses li { margin: 0; padding: .55rem .7rem; border-left: .25rem solid transparent }
.clauses li { content-visibility: auto; contain-intrinsic-height: auto 5rem }
.clauses li > a { color: inherit; text-decoration: none }
.clauses li > a:hover strong { text-decoration: underline }
.clauses .mode { color: var(--tone); font-weight: 600 }
.clauses .current { border-left-color: var(--tone); background: var(--wash) }
@media (min-width: 60rem) {
  .split { grid-template-columns: minmax(0, 1.55fr) minmax(17rem, 1fr) }
  .split .notes { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto;
    padding-right: .5rem; overscroll-behavior: contain }
}
@media print { .marked > div, .clauses li { content-visibility: visible }
  .given, .legend input { display: none }
  mark:is(.is-unread, .is-possible) { print-color-adjust: exact } .split { display: block }
  .split .notes { max-height: none } }
`

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
