import { type Block, foldedLine, type Line, type Page } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { LinkTo, Reporter } from '../reporter.ts'
import { screenOf } from '../screen/index.ts'
import { type Paint, unpainted } from './paint.ts'
import { setScreen } from './screen.ts'
import { setTable } from './table.ts'
import { type Brush, wrap } from './wrap.ts'

/** wider lines are hard to read */
const WIDEST = 120
const NARROWEST = 40
const USUAL = 80
const INDENT = '  '

/** For a person at a terminal: the answer on one screen, or all that it rests on. */
export const terminal: Reporter = {
  id: 'terminal',
  extension: 'txt',
  render(report, { names, width = USUAL, paint = unpainted, full = false, linkTo, filesIn = '' }) {
    const brush = { paint, linkTo }
    return full
      ? setPage(pageOf(report, names), width, paint, linkTo)
      : setScreen(screenOf(report, names, filesIn), columnsOf(width), brush)
  },
}

const columnsOf = (width: number) => Math.min(WIDEST, Math.max(NARROWEST, width))

/** Sets a page in the columns of a terminal, as far as lines of that length can be read. */
export function setPage(page: Page, width = USUAL, paint: Paint = unpainted, linkTo?: LinkTo): string {
  const brush = { paint, linkTo }
  const columns = columnsOf(width)
  const inner = columns - INDENT.length
  const out = [
    ...setLine(page.subject, columns, brush, ''),
    '',
    ...wrap([page.title], inner, brush).map(row => INDENT + paint.title(row.text)),
    ...page.lead.flatMap((block, at) => [...(at > 0 ? [''] : []), ...setBlock(block, inner, brush)]),
  ]
  for (const section of page.sections) {
    out.push('', paint.heading(section.heading))
    for (const block of section.blocks) out.push(...setBlock(block, inner, brush))
  }
  if (page.foot.length > 0) out.push('', ...page.foot.flatMap(line => setLine(line, columns, brush, '')))
  return `${out.join('\n')}\n`
}

/** A block, indented. */
function setBlock(block: Block, width: number, brush: Brush): readonly string[] {
  switch (block.kind) {
    case 'lines':
      return block.lines.flatMap(line => setLine(line, width, brush, INDENT))
    case 'fold': {
      const line = foldedLine(block)
      return line === null ? [] : setLine(line, width, brush, INDENT)
    }
    case 'table':
      return setTable(block.head, block.rows, width, brush).map(row => INDENT + row)
    case 'list':
      return block.items.flatMap(([first, ...under]) => [
        ...setLine(first, width - 2, brush, `${INDENT}- `),
        ...under.flatMap(line => setLine(line, width - 4, brush, `${INDENT}    `)),
      ])
  }
}

/** A line wrapped to the width; the rows after the first stand under its beginning. */
function setLine(line: Line, width: number, brush: Brush, lead: string): readonly string[] {
  return wrap(line, width, brush).map((row, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + row.text)
}
