/** The first page, the table, what is known, and the sources. */
export const PAGES = `
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.nowrap, td .places { white-space: nowrap } td .places a.place { white-space: nowrap }
td .places .small { white-space: normal }
td a, th a { text-decoration-color: var(--line) } td a:hover, th a:hover { text-decoration-color: currentColor }
.terms { margin: 1rem 0; border-top: 1px solid var(--line) }
.terms > div { display: grid; grid-template-columns: 15rem 1fr; gap: .1rem 1.5rem; padding: .6rem 0; border-bottom: 1px solid var(--line) }
.terms dt { font-weight: 600 } .terms dt a { text-decoration-color: var(--line) } .terms dd { margin: 0 }
.terms dd::first-letter { text-transform: uppercase }
.ask-for { margin: 1.8rem 0 3rem }
table.releases th[scope=row] { min-width: 11rem; overflow-wrap: anywhere }
.bars text { font: 13px var(--sans); fill: var(--ink) } .bars .label { fill: var(--faint) }
.bars .bar { fill: var(--ink) } .bars .number { font-variant-numeric: tabular-nums }
.compare td { min-width: 9rem } .compare td:first-child { color: var(--faint) }
.lead p { max-width: 40rem; margin: .4rem 0 } .lead .faint { font-size: .9em }
.sources { margin-top: 3rem; color: var(--faint) }
h1.file { font: 600 1.6rem/1.3 var(--mono); letter-spacing: -.02em }
.source { max-width: none; margin: 1.5rem 0; padding: 0; list-style: none; counter-reset: line; font: .875rem/1.6 var(--mono);
  border-top: 1px solid var(--line); padding-top: .75rem }
.source li { margin: 0; padding: 0 .5rem 0 4.5rem; position: relative; white-space: pre-wrap; overflow-wrap: anywhere; counter-increment: line }
.source li::before { content: counter(line); position: absolute; left: 0; width: 3.5rem; text-align: right; color: var(--faint) }
.source li:target { background: var(--mark) }
@media (max-width: 42rem) { .terms > div { grid-template-columns: 1fr } .source li { padding-left: 3rem }
  .source li::before { width: 2.25rem } }
`
