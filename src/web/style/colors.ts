/** The colors, in both schemes; each pair of ink and paper has a contrast of 4.5 or more. */
export const COLORS = `
:root { color-scheme: light dark;
  --paper: #fcfbf8; --wash: #f3f1ea; --ink: #1f1d1a; --faint: #66605a; --line: #dcd7cc; --link: #1a4f80;
  --good: #1d6a3f; --bad: #a2231d; --ask: #805000; --open: #6a3d9a; --mark: #fdecc0;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Charter, Georgia, serif;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace }
@media (prefers-color-scheme: dark) { :root {
  --paper: #171614; --wash: #211f1c; --ink: #ece8e1; --faint: #a9a199; --line: #3b3732; --link: #8fc0ee;
  --good: #7fcf9f; --bad: #f59a92; --ask: #e5b765; --open: #cbaaf2; --mark: #4a3a12 } }
`
