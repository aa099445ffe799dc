/** The page of a release. */
export const RELEASE = `
h1.name { margin: .3em 0 .2em; font-size: clamp(2rem, 1.3rem + 3.4vw, 3.6rem); line-height: 1.06;
  letter-spacing: -.025em; overflow-wrap: anywhere }
.term { margin: .5em 0 .6em; font: 650 clamp(1.35rem, 1.1rem + 1.2vw, 1.9rem)/1.2 var(--sans); max-width: none }
.term .beside { font-weight: 400; color: var(--faint) }
.term a { color: inherit; text-decoration: none }
.can-i { max-width: 56rem; font: 1rem/1.45 var(--sans) } .can-i td { overflow-wrap: anywhere }
.term a:hover { text-decoration: underline; text-decoration-thickness: .04em; text-underline-offset: .08em }
.over + .over { margin-top: -.35rem }
.scale { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 0; margin: 1.8rem 0 1.4rem; padding: 0;
  max-width: none; list-style: none; font: .84rem/1.35 var(--sans) }
.scale li { margin: 0; padding: .6rem .75rem 0 0; border-top: 2px solid var(--line) }
.scale li a { color: var(--faint); text-decoration: none }
.scale li a:hover { text-decoration: underline }
.scale li.proven { border-top: 6px solid var(--ink); padding-top: calc(.6rem - 4px) }
.scale li.proven a { color: var(--ink); font-weight: 650 }
.scale li.at-most, .scale li.between { border-top: 2px dashed var(--ink) }
.scale li.at-most a { color: var(--ink) }
.scale .state { display: block; color: var(--faint) }
.restrictions ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: .8rem;
  max-width: none;
  padding: 0; list-style: none }
.restrictions li { margin: 0; padding: .7rem .9rem; border: 1px solid var(--line); border-radius: 6px;
  overflow-wrap: anywhere }
:target { background: var(--mark) }
.claims { padding: 0; list-style: none; max-width: 46rem }
.claims > li { margin: 1.4rem 0; padding-left: .9rem; border-left: 2px solid var(--line) }
.claims p { margin: .25rem 0 }
.claims .said { font-size: 1.12rem; overflow-wrap: anywhere }
.check { font-weight: 650 }
.claims .because { color: inherit; text-decoration-color: var(--line) }
.suggestion { padding-top: .2rem }
.lineage svg { display: block } .lineage text { font: 13px var(--sans); fill: var(--faint) }
.lineage .model { font: 600 15px var(--serif); fill: var(--ink) }
.lineage .box { fill: var(--wash); stroke: var(--line) } .lineage .own { stroke: var(--ink); stroke-width: 2 }
.lineage .line { fill: none; stroke: var(--faint); stroke-width: 1.5 } .lineage .head { fill: var(--faint) }
.lineage .line.trouble { stroke: var(--bad); stroke-dasharray: 5 4 } .lineage text.trouble { fill: var(--bad) }
form.use { margin: 1.5rem 0; padding: 1.1rem 1.25rem; background: var(--wash); border-radius: 6px }
details { margin: .5rem 0 }
.others { margin-top: 2.5rem }
@media (max-width: 42rem) {
  body { padding: 0 1.1rem 3rem }
  .scale { grid-auto-flow: row }
  .scale li { padding: .3rem 0 .3rem .8rem; border-top: 0; border-left: 2px solid var(--line) }
  .scale li.proven { border-top: 0; border-left: 6px solid var(--ink); padding: .3rem 0 .3rem calc(.8rem - 4px) }
  .scale li.at-most, .scale li.between { border-top: 0; border-left: 2px dashed var(--ink) }
  .scale .state { display: inline } .scale .state::before { content: " – " }
}
@media print { .scale { break-inside: avoid } h1.name { font-size: 30pt } }
`
