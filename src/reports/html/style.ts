/** The look of a page: one column, both color schemes, and paper. It asks for nothing from outside. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --faint: #5b6470; --line: #d5dae0; --paper: #fff; --wash: #f4f6f8;
  --good: #0b6b3a; --bad: #a31621; --ask: #7a4d00 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --faint: #a3adb8; --line: #3a424b; --paper: #15181b;
  --wash: #1e2328; --good: #6fd39b; --bad: #ff9a9a; --ask: #f0c674 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif }
h1 { margin: .25rem 0 .5rem; font-size: 2.25rem; line-height: 1.15; letter-spacing: -.01em }
h2 { margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: 1.15rem }
p { margin: .5rem 0 }
ul { margin: .5rem 0; padding-left: 1.25rem }
li { margin: .3rem 0 }
li > div { padding-left: 1rem }
.scroll { overflow-x: auto }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .94rem }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th { color: var(--faint); font-weight: 600 }
code { padding: .05rem .3rem; border-radius: .2rem; background: var(--wash); font: .88em ui-monospace, monospace;
  overflow-wrap: anywhere }
.faint { color: var(--faint) }
.good { color: var(--good); font-weight: 600 }
.bad { color: var(--bad); font-weight: 600 }
.ask { color: var(--ask); font-weight: 600 }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .88rem }
@media print { body { max-width: none; padding: 0; font-size: 10pt } h2 { break-after: avoid } tr, li { break-inside: avoid }
  .scroll { overflow: visible } }
`.trim()
