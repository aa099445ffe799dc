/** The pages of a document as one text: its lines, and at which of them, from 0, each page begins. */
export function joinPages(all: readonly string[]): {
  readonly lines: readonly string[]
  readonly pages: readonly number[]
} {
  const pages: number[] = []
  const lines: string[] = []
  for (const page of all) {
    // a sentence may go on over the page; a heading or another sentence begins anew
    const goesOn = /^\s*[a-z]/.test(page) && !/[.;:!?]\s*$/.test(lines.at(-1) ?? '')
    if (lines.length > 0 && !goesOn) lines.push('')
    pages.push(lines.length)
    lines.push(...page.trimEnd().split('\n'))
  }
  return { lines, pages }
}
