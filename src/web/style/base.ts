/** Type, measure and the frame of the site. */
export const BASE = `
* { box-sizing: border-box }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 64rem; padding: 0 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); font-feature-settings: "kern", "liga"; text-rendering: optimizeLegibility }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em }
a:hover { text-decoration-thickness: .12em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper) }
.skip:focus { left: 1rem; top: .5rem; z-index: 1 }
header.site { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; align-items: baseline; padding: 1.1rem 0 1rem;
  border-bottom: 1px solid var(--line); font: .9375rem/1.5 var(--sans) }
header.site .name { color: var(--ink); font: 600 1.25rem/1 var(--serif); text-decoration: none; letter-spacing: -.01em }
header.site nav { display: flex; flex-wrap: wrap; gap: .25rem 1.35rem }
header.site nav a { color: var(--faint); text-decoration: none; padding: .2rem 0 }
header.site nav a:hover, header.site nav a[aria-current] { color: var(--ink) }
header.site nav a[aria-current] { box-shadow: 0 2px 0 var(--ink) }
footer.site { margin-top: 4.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--faint);
  font: .875rem/1.5 var(--sans) }
main { padding-top: 2.25rem }
h1, h2, h3 { line-height: 1.18; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere }
h1 { margin: 0 0 .6rem; font-size: clamp(2rem, 1.4rem + 2.6vw, 3.1rem); letter-spacing: -.018em }
h2 { margin: 3.2rem 0 .9rem; font-size: 1.45rem; letter-spacing: -.01em }
h3 { margin: 1.8rem 0 .4rem; font-size: 1.08rem }
p, ul, ol { margin: .6rem 0; max-width: 42rem } p, li { overflow-wrap: break-word }
ul, ol { padding-left: 1.2rem }
li { margin: .35rem 0 }
li > div { margin-top: .1rem; color: var(--faint) }
.lead { font-size: 1.2rem; line-height: 1.5; max-width: 38rem }
@media (max-width: 42rem) { header.site { gap: .35rem 1rem } header.site nav { gap: .2rem .95rem; font-size: .9rem } main { padding-top: 1.5rem } }
.over { margin: 0 0 .5rem; color: var(--faint); font: .9375rem/1.5 var(--sans) }
.over strong { color: var(--ink); font-weight: 600 }
.small { font: .9rem/1.5 var(--sans) }
.faint { color: var(--faint) }
.good { color: var(--good) } .bad { color: var(--bad) } .ask { color: var(--ask) }
.strong, strong { font-weight: 650 }
code, .place, pre { font: .84em/1.5 var(--mono) }
code { padding: .08em .3em; border-radius: 3px; background: var(--wash); overflow-wrap: anywhere }
.place { color: var(--faint); text-decoration-color: var(--line); overflow-wrap: anywhere }
a.place:hover { color: var(--link) }
blockquote { margin: .4rem 0; padding: 0; font-style: normal }
mark { background: var(--mark); color: inherit; padding: .05em .1em }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 }
`
