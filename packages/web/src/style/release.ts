/** The pages of a release and of a receipt. */
export const RELEASE = `
h1.name { margin: 0; font-size: clamp(1.25rem, 1.1rem + .8vw, 1.7rem); line-height: 1.2; letter-spacing: -.01em }
h1 .by { color: var(--faint); font-weight: 400 }
.term a { color: var(--tone); text-decoration: none }
.term a:hover { text-decoration: underline; text-decoration-thickness: .04em; text-underline-offset: .08em }
.verdict .lead { margin: .3rem 0 .9rem }
.verdict .of { margin: .3rem 0; max-width: 48rem; font-size: 1rem; line-height: 1.45 }
.ladder { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; margin: 1.1rem 0 .6rem; padding: 0;
  max-width: none; list-style: none; font: .8rem/1.3 var(--sans) }
.ladder li { margin: 0; padding: .5rem .6rem 0 0; border-top: 2px solid var(--line) }
.ladder li a { color: var(--faint); text-decoration: none } .ladder li a:hover { text-decoration: underline }
.ladder :is(.proven, .concluded, .at-most) a { color: var(--ink) }
.ladder :is(.proven, .concluded) { border-top: 6px solid var(--tone); padding-top: calc(.5rem - 4px) }
.ladder :is(.proven, .concluded) a { font-weight: 650 } .ladder .at-most { border-top: 2px dashed var(--ink) }
.ladder .concluded { border-top-style: double } .ladder .state { color: var(--faint) }
.contents { position: sticky; top: 0; z-index: 1; display: flex; gap: 1.1rem; margin: 1.2rem 0 0; padding: .5rem 0;
  overflow-x: auto; background: var(--paper); border-bottom: 1px solid var(--line); font: .9rem/1.5 var(--sans);
  white-space: nowrap; scrollbar-width: none }
main:has(.contents) :is(h2, section, details, li, p) { scroll-margin-top: 3rem }
@media (min-width: 42.01rem) { .contents { flex-wrap: wrap; row-gap: 0 } .can-i > .part > summary { padding-top: 0 } }
form.use { margin: .3rem 0 1rem; padding: .7rem .9rem; background: var(--wash); border-radius: 6px }
form.use fieldset { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline; margin: 0 }
form.use label { display: flex; gap: .4rem; align-items: baseline }
form.use input[type=text] { padding: .15rem .4rem }
form.use button { padding: .35rem 1.1rem }
.can-i .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0 2rem;
  columns: auto }
@media (min-width: 60rem) {
  .can-i .columns { grid: auto auto 1fr / repeat(3, 1fr); grid-auto-flow: dense }
  .can-i .columns > div:has(li:nth-child(4)) { grid-area: span 3 / span 2 }
  .can-i .columns > div:has(li:nth-child(4)) > ul { columns: 2; column-gap: 2rem }
}
.columns h3 { margin: .6rem 0 .2rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); color: var(--faint);
  font: 650 .86rem/1.3 var(--sans); letter-spacing: .04em; text-transform: uppercase }
.columns ul { margin: 0; padding: 0; list-style: none; font: 1rem/1.4 var(--sans) }
.columns li { position: relative; margin: 0; padding: .25rem 0 .25rem 1.6rem; color: var(--ink);
  overflow-wrap: anywhere }
.columns .sign { position: absolute; left: 0; width: 1.2rem; font-weight: 700; text-align: center }
.columns .because { display: block; font-size: .82rem }
.because a { color: inherit; text-decoration-color: var(--line) }
.claims { padding: 0; max-width: none; list-style: none }
.claims > li { display: grid; grid-template-columns: 1fr 1fr; gap: .3rem 2.2rem; margin: 0; padding: .9rem 0;
  border-top: 1px solid var(--line) }
.claims > li > div { margin: 0; color: inherit } .claims p { margin: .2rem 0; font: .95rem/1.45 var(--sans) }
.claims blockquote { margin-top: 0; font-size: 1.1rem }
.claims .because { color: inherit; text-decoration-color: var(--line) }
.parts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: .5rem; max-width: none;
  padding: 0; list-style: none; font: .94rem/1.3 var(--sans) }
.parts li { margin: 0; padding: .5rem .7rem; border: 1px solid var(--line); border-radius: 5px }
.parts .small { display: block; font-size: .82rem } .parts a { color: inherit; text-decoration-color: var(--line) }
.parts .released { border-left: 4px solid var(--good) } .parts .linked { border-left: 4px double var(--good) }
.parts .described { border-left: 4px solid var(--ask) }
.parts :is(.absent, .unknown) { border-style: dashed; color: var(--faint) }
#models td:nth-child(n + 3) { font-weight: 700 } #models thead th { white-space: normal; min-width: 5.5rem }
.topics { display: flex; flex-wrap: wrap; gap: .3rem .9rem; margin: .6rem 0; font: .9rem/1.5 var(--sans) }
.bound > ul { max-width: none; padding: 0; list-style: none }
.bound > ul > li { margin: 0; padding: .8rem 0; border-top: 1px solid var(--line) }
.bound > ul p { max-width: none; margin: .1rem 0; font: .95rem/1.45 var(--sans) }
.bound blockquote { max-width: 48rem } .perma { margin-left: .4rem; color: var(--faint) }
.bound:has([value=first]:checked) li[data-topics]:nth-child(n + 13):not(:has(:target)) {
  display: none }
${['competitor', 'territory', 'outputs', 'scale', 'uses', 'data', 'duties', 'control']
  .map(topic => `.bound:has([value=${topic}]:checked) li[data-topics]:not([data-topics~=${topic}])`)
  .join(',\n')} { display: none }
.asked fieldset { margin: 0 0 1.6rem } .asked legend { font-size: 1.05rem }
.asked .choices label { align-content: start; padding: .45rem .7rem; border: 1px solid var(--faint);
  border-radius: 6px }
.asked .choices label:has(:checked) { border-color: var(--link); background: var(--wash) }
.asked .choices label:has(input) { cursor: pointer } .then { display: block }
button.copy { padding: .05rem .5rem; border-color: var(--line); font-size: .8rem }
a.button { display: inline-block; margin: 0 .5rem .4rem 0; padding: .25rem .8rem; border: 1px solid var(--line);
  border-radius: 4px; color: inherit; text-decoration: none; font: .9rem/1.5 var(--sans) }
a.button:hover { border-color: var(--link) } .take p { max-width: none }
.receipt .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; border-block: 1px solid var(--line);
  padding-bottom: 1rem }
.receipt h2 { margin: 1.2rem 0 .5rem; font-size: 1.1rem; font-family: var(--sans) }
.receipt .said { font-size: 1.25rem; line-height: 1.45 } .receipt .sides .small { margin-top: 0 }
.receipt .holds blockquote { border-color: var(--good) }
.bar { position: sticky; top: 0; z-index: 1; max-width: none; margin: 0; padding: .5rem 0; background: var(--paper);
  border-bottom: 1px solid var(--line) }
ol.source { border: 0 } .source li { scroll-margin-top: 4rem }
.source .back { display: flex; flex-wrap: wrap; gap: 0 1rem }
.back a { color: var(--faint); text-decoration-color: var(--line) }
.compare h2 { margin-top: 1.6rem }
@media (max-width: 42rem) {
  .verdict { padding-left: .8rem } .columns ul { font-size: .95rem }
  .columns .because { display: none } .contents { margin-top: .3rem }
  .verdict .lead { margin: .2rem 0 .5rem; font-size: 1rem; line-height: 1.4 }
  .ladder { display: flex; flex-wrap: wrap; gap: .15rem .7rem; margin: .6rem 0 .3rem }
  .ladder li, .ladder :is(.proven, .concluded, .at-most) { padding: 0 0 0 .4rem; border-top: 0 }
  .ladder li { border-left: 2px solid var(--line) }
  .ladder :is(.proven, .concluded) { border-left: 6px solid var(--tone); padding-left: .3rem }
  .ladder .at-most { border-left: 2px dashed var(--ink) } .ladder .concluded { border-left-style: double }
  form.use fieldset { gap: 0 .8rem; font-size: .86rem }
  .can-i > .part { border: 0 } .can-i > h2 { margin: .7rem 0 .4rem }
  .columns li { padding-block: .1rem } .columns h3 { margin-top: .3rem }
  .claims > li, .receipt .sides { grid-template-columns: minmax(0, 1fr) }
  .parts { grid-template-columns: 1fr 1fr }
}
`
