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
.steps { padding: 0; list-style: none; color: var(--faint); font: .9375rem/1.5 var(--sans) }
.steps [aria-current] { color: var(--ink); font-weight: 600 } .steps [aria-current]::after { content: " …" }
table.releases th[scope=row] { min-width: 11rem; overflow-wrap: anywhere }
.plot { max-width: 48rem; margin: 0 0 2.5rem } .plot h3 { margin-top: .8rem }
.bars caption { color: var(--ink); font-weight: 600 } .bars :is(th, td) { padding: .2rem .8rem .2rem 0; border: 0; vertical-align: middle }
.bars th { width: 18rem; font-weight: 400 } .bars td:last-child { width: 4rem; font-variant-numeric: tabular-nums }
.bar svg { display: block; width: 100%; height: 1rem; fill: var(--link); border-left: 1px solid var(--faint) }
.compare td { min-width: 9rem } .compare td:first-child { color: var(--faint) }
.doors { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; margin: 2rem 0 3.5rem }
.door { padding: 1.1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 6px; background: var(--wash) }
.door h2 { margin: 0 0 .2rem; font-size: 1.15rem } .door p { margin: .2rem 0 .8rem; font: .9375rem/1.5 var(--sans); color: var(--faint) }
.door .ask-for { margin: 0 } .door textarea { min-height: 5.5rem; height: 5.5rem; resize: vertical }
.door input, .door textarea { width: 100%; background: var(--paper) } .door .ways { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: .6rem }
.lead p { max-width: 40rem; margin: .4rem 0 } .lead .faint { font-size: .9em }
.sources { margin-top: 3rem; color: var(--faint) }
h1.file { font: 600 1.6rem/1.3 var(--mono); letter-spacing: -.02em }
.source { max-width: none; margin: 1.5rem 0; padding: 0; list-style: none; counter-reset: line; font: .875rem/1.6 var(--mono);
  border-top: 1px solid var(--line); padding-top: .75rem }
.source li { margin: 0; padding: 0 .5rem 0 4.5rem; position: relative; white-space: pre-wrap; overflow-wrap: anywhere; counter-increment: line }
.source li::before { content: counter(line); position: absolute; left: 0; width: 3.5rem; text-align: right; color: var(--faint) }
.source li:target { background: var(--mark) }
@media (max-width: 42rem) { .doors { grid-template-columns: minmax(0, 1fr) } .plot .drawn { min-width: 34rem } .bars th { width: 9.5rem } .terms > div { grid-template-columns: 1fr } .source li { padding-left: 3rem }
  .source li::before { width: 2.25rem } .stacks td, .stacks td :is(.places, a.place) { white-space: normal; overflow-wrap: anywhere } }
`
