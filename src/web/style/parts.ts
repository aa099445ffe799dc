/** Tables, forms, and pictures. */
export const PARTS = `
.scroll { overflow-x: auto; margin: 1rem 0 }
table { width: 100%; border-collapse: collapse; font: .9375rem/1.5 var(--sans) }
th, td { padding: .5rem 1.1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th:last-child, td:last-child { padding-right: 0 }
thead td { border-bottom-color: var(--faint) }
thead th { color: var(--faint); font-weight: 500; font-size: .86rem; border-bottom-color: var(--faint);
  white-space: nowrap }
tbody th { font-weight: 550 }
caption { padding-bottom: .4rem; color: var(--faint); text-align: left }
table.numbers { width: auto; min-width: 50%; font-variant-numeric: tabular-nums }
table.numbers td, table.numbers thead th:not(:first-child) { text-align: right } table.numbers tbody th { font-weight: 400 }
table.numbers :is(th, td) { padding-block: .25rem }
th a[aria-sort], th[aria-sort] a { color: var(--ink) }
form { font: .9375rem/1.5 var(--sans) }
fieldset { margin: 0 0 .75rem; padding: 0; border: 0 }
legend { padding: 0; margin-bottom: .35rem; font-weight: 600 }
label { display: inline-block }
input[type=text], input[type=search], input[type=number], input:not([type]), select, textarea { padding: .45rem .6rem;
  border: 1px solid var(--faint); border-radius: 4px; background: var(--paper); color: inherit; font: inherit; max-width: 100% }
textarea { display: block; width: 100%; min-height: 14rem; font: .9rem/1.5 var(--mono) }
button { padding: .5rem 1.1rem; border: 1px solid var(--ink); border-radius: 4px; background: var(--ink); color: var(--paper);
  font: 550 .9375rem/1.5 var(--sans); cursor: pointer }
button.second { background: transparent; color: var(--ink) }
button.second:hover { color: var(--paper) }
button:hover { background: var(--link); border-color: var(--link) }
.ask-for { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.5rem 0 .5rem; max-width: 38rem }
.ask-for input { flex: 1 1 16rem; font-size: 1.05rem }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: .75rem 1.1rem; margin: 1.5rem 0 1rem }
.filters label { display: block; color: var(--faint); font-size: .875rem }
.filters select, .filters input { display: block; width: 100%; margin-top: .15rem; color: var(--ink) }
.filters .go { align-self: end }
.choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .3rem 1.5rem }
.choices label { display: grid; grid-template-columns: auto 1fr; gap: .55rem; align-items: baseline }
details > summary { cursor: pointer; font: 550 .9375rem/1.5 var(--sans); padding: .3rem 0 }
figure { margin: 1.25rem 0 } figure svg { max-width: 100%; height: auto }
figcaption { color: var(--faint); font: .9rem/1.5 var(--sans) }
.columns { columns: 17rem; column-gap: 2.5rem; max-width: none; padding: 0; list-style: none }
.columns li { break-inside: avoid; margin: 0 0 .5rem }
.pages { display: flex; gap: 1.25rem; margin: 1.25rem 0; align-items: center; font: .9375rem/1.5 var(--sans) }
form:has(input[name=release]:checked) > .pages { position: sticky; bottom: 0; margin: 0; padding: .75rem 0; background: var(--paper);
  border-top: 1px solid var(--line) }
@media (max-width: 42rem) {
  .filters { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .stacks, .stacks tbody, .stacks tr, .stacks tbody :is(th, td), .stacks caption { display: block; width: auto; min-width: 0 }
  .stacks tr[hidden] { display: none }
  .stacks tbody tr { position: relative; padding: .7rem 0; border-bottom: 1px solid var(--line) }
  .stacks tbody :is(th, td) { padding: .1rem 0; border: 0 } .stacks tbody td:empty { display: none }
  .stacks tbody td[data-label] { position: relative; min-height: 1.7em; padding-left: 8rem; white-space: normal }
  .stacks td[data-label]::before { content: attr(data-label); position: absolute; left: 0; width: 7.5rem; color: var(--faint); font-weight: 400;
    overflow-wrap: anywhere }
  .compare .stacks td:first-child { color: var(--ink); font-weight: 600 }
  .stacks tbody th { font-size: 1rem } .stacks .chosen { position: absolute; right: 0; top: .7rem } .stacks .chosen ~ th { padding-right: 2rem }
}
`
