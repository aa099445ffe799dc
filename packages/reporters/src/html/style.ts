/**
 * The look of everything that is read: pages, reports and memos have one. Each pair of ink and paper has a contrast of
 * 4.5 or more, in both color schemes.
 */
export const LOOK = `
:root { color-scheme: light dark;
  --paper: #fcfbf8; --wash: #f3f1ea; --ink: #1f1d1a; --faint: #66605a; --line: #dcd7cc; --link: #1a4f80;
  --good: #1d6a3f; --bad: #a2231d; --ask: #805000; --open: #6a3d9a; --mark: #fdecc0;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Charter, Georgia, serif;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace }
@media (prefers-color-scheme: dark) { :root {
  --paper: #171614; --wash: #211f1c; --ink: #ece8e1; --faint: #a9a199; --line: #3b3732; --link: #8fc0ee;
  --good: #7fcf9f; --bad: #f59a92; --ask: #e5b765; --open: #cbaaf2; --mark: #4a3a12 } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 64rem; padding: 0 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); text-rendering: optimizeLegibility }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em }
a:hover { text-decoration-thickness: .12em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
:target { background: var(--mark) }
h1, h2, h3, h4 { line-height: 1.18; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere }
h1 { margin: 0 0 .6rem; font-size: clamp(2rem, 1.4rem + 2.6vw, 3.1rem); letter-spacing: -.018em }
h2 { margin: 2.8rem 0 .8rem; font-size: 1.45rem; letter-spacing: -.01em }
h3 { margin: 1.6rem 0 .4rem; font-size: 1.08rem }
p, ul, ol { margin: .6rem 0; max-width: 42rem } p, li { overflow-wrap: break-word }
ul, ol { padding-left: 1.2rem }
li { margin: .35rem 0 }
li > div { margin-top: .1rem; color: var(--faint) }
blockquote { margin: .5rem 0; padding-left: .9rem; border-left: 2px solid var(--line); overflow-wrap: anywhere }
.lead { font-size: 1.2rem; line-height: 1.5; max-width: 40rem }
.verdict { --tone: var(--ink); padding-left: 1.1rem; border-left: 6px solid var(--tone) }
header.verdict { border-left: 6px solid var(--tone); background: none; color: var(--ink) }
.verdict.good { --tone: var(--good) } .verdict.bad { --tone: var(--bad) } .verdict.ask { --tone: var(--ask) }
.term { margin: .15em 0 .35em; font: 680 clamp(1.7rem, 1.2rem + 2.4vw, 2.7rem)/1.12 var(--sans); max-width: none;
  color: var(--tone); letter-spacing: -.02em; text-wrap: balance }
.over { margin: 0 0 .5rem; color: var(--faint); font: .9375rem/1.5 var(--sans) }
.over strong { color: var(--ink); font-weight: 600 }
.small { font: .9rem/1.5 var(--sans) }
.faint { color: var(--faint) } .good { color: var(--good) } .bad { color: var(--bad) } .ask { color: var(--ask) }
.strong, strong { font-weight: 650 }
code, .place, pre { font: .84em/1.5 var(--mono) }
code { padding: .08em .3em; border-radius: 3px; background: var(--wash); overflow-wrap: anywhere }
.place { color: var(--faint); text-decoration-color: var(--line); overflow-wrap: anywhere }
a.place:hover { color: var(--link) }
mark { background: var(--mark); color: inherit; padding: .05em .1em }
.scroll { overflow-x: auto; margin: 1rem 0 }
table { width: 100%; border-collapse: collapse; font: .9375rem/1.5 var(--sans) }
th, td { padding: .5rem 1.1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th:last-child, td:last-child { padding-right: 0 }
thead :is(td, th) { border-bottom-color: var(--faint) }
thead th { color: var(--faint); font-weight: 500; font-size: .86rem }
details { margin: .5rem 0 }
details > summary { cursor: pointer; font: 550 .9375rem/1.5 var(--sans); padding: .3rem 0 }
.paper, .paper p, .paper ul { max-width: none } .paper { font-size: .95rem; line-height: 1.45 }
.paper h1 { font-size: 1.7rem } .paper h2 { margin: 1.4rem 0 .3rem; font-size: 1.15rem }
.paper p { margin: .2rem 0 } .paper li { margin: .15rem 0 } .paper .scroll { margin: .4rem 0 }
.paper table { font-size: .84rem; line-height: 1.38 } .paper td .faint { color: inherit } .paper :is(th, td) { padding-block: .3rem }
.paper .place { font-size: .78rem } .paper td:first-child { min-width: 11rem }
.paper :where(th, td):last-child { min-width: 5.5rem; max-width: 14rem; overflow-wrap: anywhere }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--faint);
  font: .875rem/1.5 var(--sans) }
.part > summary h2 { display: inline; margin: 0 .5rem 0 0; font-family: var(--serif) }
@media (min-width: 42.01rem) {
  .part::details-content { content-visibility: visible; block-size: auto; opacity: 1 }
  .part > summary { padding-top: 2.4rem; list-style: none; pointer-events: none }
}
@media (max-width: 42rem) {
  body { padding: 0 1.1rem 3rem } h2 { margin-top: 1.4rem }
  .part { margin: 0; border-top: 1px solid var(--line) }
  .part > summary { padding: .6rem 0 } .part > summary h2 { font-size: 1.15rem }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .stacks, .stacks tbody, .stacks tr, .stacks tbody :is(th, td), .stacks caption { display: block; width: auto;
    min-width: 0 }
  .stacks tbody tr { position: relative; padding: .7rem 0; border-bottom: 1px solid var(--line) }
  .stacks tbody :is(th, td) { padding: .1rem 0; border: 0 }
  .stacks tbody td:not([data-label]) { display: inline; margin-right: .4rem }
  .stacks tbody td[data-label] { display: flow-root; padding-left: 8rem; max-width: none; white-space: normal }
  .stacks tbody td:empty { display: none }
  .stacks td[data-label]::before { content: attr(data-label); float: left; width: 7.5rem; margin-left: -8rem;
    color: var(--faint); font-weight: 400; overflow-wrap: anywhere }
}
`.trim()

/** Paper: no color that is not needed, and all that was folded. It comes last. */
export const PAPER = `
@media print {
  :root { --paper: #fff; --wash: #fff; --ink: #000; --faint: #444; --line: #999; --link: #000; --good: #000;
    --bad: #000; --ask: #000; --open: #000; --mark: #ddd }
  body { max-width: none; padding: 0; font-size: 10pt }
  h2, h3, thead { break-after: avoid } tr, li, figure { break-inside: avoid }
  .scroll { overflow: visible } a { text-decoration: none }
  details::details-content { content-visibility: visible; block-size: auto } details > summary { list-style: none }
}
`.trim()
