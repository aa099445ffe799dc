import { type Block, foldedLine, type Line, type Page, type Section } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { LinkTo, Reporter } from '../reporter.ts'
import { screenOf } from '../screen/index.ts'
import { type Paint, unpainted } from './paint.ts'
import { setLoose, setTable } from './table.ts'
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
    if (full) return setPage(pageOf(report, names), width, paint, linkTo)
    const brush = { paint, linkTo, more: 'with --full' }
    const columns = columnsOf(width)
    const { lead, sections, foot } = screenOf(report, names, filesIn)
    const parts = [
      lead.flatMap(block => setBlock(block, columns, brush, '')),
      ...sections.map(section => setSection(section, columns, brush)),
      foot.flatMap(line => setLine(line, columns, brush, '')),
    ]
    return `${parts.map(part => part.join('\n')).join('\n\n')}\n`
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
    ...page.sections.flatMap(section => ['', ...setSection(section, columns, brush)]),
  ]
  if (page.foot.length > 0) out.push('', ...page.foot.flatMap(line => setLine(line, columns, brush, '')))
  return `${out.join('\n')}\n`
}

/** A section: its blocks stand under the heading, where it has one. */
const setSection = ({ heading, blocks }: Section, columns: number, brush: Brush): readonly string[] => [
  ...(heading === '' ? [] : [brush.paint.heading(heading)]),
  ...blocks.flatMap(block => setBlock(block, columns - INDENT.length, brush)),
]

/** A block, indented. */
function setBlock(block: Block, width: number, brush: Brush, indent = INDENT): readonly string[] {
  switch (block.kind) {
    case 'lines':
      return block.lines.flatMap(line => setLine(line, width, brush, indent))
    case 'fold': {
      const line = foldedLine(block, brush.more)
      return line === null ? [] : setLine(line, width, brush, indent)
    }
    case 'table': {
      const { head, rows, loose } = block
      return (loose ? setLoose(rows, width, brush) : setTable(head, rows, width, brush)).map(row => indent + row)
    }
    case 'list':
      return block.items.flatMap(([first, ...under]) => [
        ...setLine(first, width - 2, brush, `${indent}- `),
        ...under.flatMap(line => setLine(line, width - 4, brush, `${indent}    `)),
      ])
  }
}

/** A line wrapped to the width; the rows after the first stand under its beginning. */
function setLine(line: Line, width: number, brush: Brush, lead: string): readonly string[] {
  return wrap(line, width, brush).map((row, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + row.text)
}
