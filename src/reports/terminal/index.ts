import type { Block, Line, Page } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { Reporter } from '../reporter.ts'
import { type Paint, unpainted } from './paint.ts'
import { setTable } from './table.ts'
import { wrap } from './wrap.ts'

/** wider lines are hard to read */
const WIDEST = 120
const NARROWEST = 40
const USUAL = 80
const INDENT = '  '

/** For a person at a terminal: the honest term first, then what it rests on. */
export const terminal: Reporter = {
  id: 'terminal',
  extension: 'txt',
  render(report, { names, width = USUAL, paint = unpainted }) {
    return setPage(pageOf(report, names), width, paint)
  },
}

/** Sets a page in the columns of a terminal, as far as lines of that length can be read. */
export function setPage(page: Page, width = USUAL, paint: Paint = unpainted): string {
  const columns = Math.min(WIDEST, Math.max(NARROWEST, width))
  const inner = columns - INDENT.length
  const out = [
    ...setLine(page.subject, columns, paint, ''),
    '',
    ...wrap([page.title], inner, paint).map(row => INDENT + paint.title(row.text)),
    ...page.lead.flatMap((block, at) => [...(at > 0 ? [''] : []), ...setBlock(block, inner, paint)]),
  ]
  for (const section of page.sections) {
    out.push('', paint.heading(section.heading))
    for (const block of section.blocks) out.push(...setBlock(block, inner, paint))
  }
  if (page.foot.length > 0) out.push('', ...page.foot.flatMap(line => setLine(line, columns, paint, '')))
  return `${out.join('\n')}\n`
}

/** A block, indented. */
function setBlock(block: Block, width: number, paint: Paint): readonly string[] {
  switch (block.kind) {
    case 'lines':
      return block.lines.flatMap(line => setLine(line, width, paint, INDENT))
    case 'table':
      return setTable(block.head, block.rows, width, paint).map(row => INDENT + row)
    case 'list':
      return block.items.flatMap(([first, ...under]) => [
        ...setLine(first, width - 2, paint, `${INDENT}- `),
        ...under.flatMap(line => setLine(line, width - 4, paint, `${INDENT}    `)),
      ])
  }
}

/** A line wrapped to the width; the rows after the first stand under its beginning. */
function setLine(line: Line, width: number, paint: Paint, lead: string): readonly string[] {
  return wrap(line, width, paint).map((row, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + row.text)
}
