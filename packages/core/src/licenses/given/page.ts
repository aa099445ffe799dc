import { type Block, readDocument } from '../../documents/index.ts'

/** What a web page says as lines of plain text, and the 1-based raw line of each. */
export interface PlainPage {
  readonly lines: readonly string[]
  readonly raw: readonly number[]
}

/** The text of a web page: its blocks, one apart from the other, with the marks that they would have in Markdown. */
export function plainPage(path: string, content: string): PlainPage {
  const { blocks } = readDocument({ path, content, encoding: 'utf-8', truncated: false }, 'html')
  const all = blocks.flatMap(block => [...linesOf(block), ['', block.endLine] as const])
  return { lines: all.map(([words]) => words), raw: all.map(([, line]) => line) }
}

/** A block with what it is, line by line as it stands in the file. */
function linesOf({ kind, level = 1, text, starts }: Block): (readonly [string, number])[] {
  const mark = kind === 'heading' ? `${'#'.repeat(level)} ` : kind === 'item' ? `${'  '.repeat(level - 1)}- ` : ''
  const indent = kind === 'item' ? ' '.repeat(mark.length) : ''
  return starts.map(([from, line], at) => [
    `${at === 0 ? mark : indent}${text.slice(from, starts[at + 1]?.[0]).trimEnd()}`,
    line,
  ])
}
