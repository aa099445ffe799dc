/** Paper: no navigation, no forms, and the address of what is linked. */
export const PRINT = `
@media print {
  :root { --paper: #fff; --wash: #fff; --ink: #000; --faint: #444; --line: #999; --link: #000; --good: #000; --bad: #000;
    --ask: #000; --open: #000; --mark: #ddd }
  body { max-width: none; padding: 0; font-size: 10pt }
  header.site nav, .skip, form, .actions, .pages { display: none }
  h2, h3, thead { break-after: avoid } tr, li, figure { break-inside: avoid }
  .stretch, .clauses li, .hunks li { content-visibility: visible }
  .scroll { overflow: visible } a { text-decoration: none }
  details::details-content { content-visibility: visible; block-size: auto } details > summary { list-style: none }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`
