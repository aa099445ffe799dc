import { plain } from '@unwash/core/text/foreign'
import { type Block, foldedLine, type Line, type Page, type Span } from '../page.ts'
import { pageOf } from '../pages.ts'
import type { Reporter } from '../reporter.ts'

/** For a pull request or a page; every foreign word is escaped. */
export const markdown: Reporter = {
  id: 'markdown',
  extension: 'md',
  render(report, { names }) {
    return setPage(pageOf(report, names))
  },
}

/** Sets a page as Markdown. */
export function setPage(page: Page): string {
  const out = [
    `## ${escaped(page.title)}`,
    setLine(page.subject),
    ...setBlocks(page.lead),
    ...page.sections.flatMap(section => [`### ${escaped(section.heading)}`, ...setBlocks(section.blocks)]),
    ...(page.foot.length > 0 ? ['---', page.foot.map(line => setLine(line)).join('<br>\n')] : []),
  ]
  return `${out.join('\n\n')}\n`
}

const setBlocks = (blocks: readonly Block[]) => blocks.map(setBlock).filter(text => text !== '')

function setBlock(block: Block): string {
  switch (block.kind) {
    case 'lines':
      return block.lines.map(line => setLine(line)).join('<br>\n')
    case 'list':
      return block.items
        .map(([first, ...under]) => [`- ${setLine(first)}`, ...under.map(line => `  - ${setLine(line)}`)].join('\n'))
        .join('\n')
    case 'fold':
      return setLine(foldedLine(block) ?? [])
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
      const rows = block.rows.map(cells => row(cells.map(line => setLine(line, true))))
      return [row(block.head.map(escaped)), row(block.head.map(() => '---')), ...rows].join('\n')
    }
  }
}

const setLine = (line: Line, inTable = false) =>
  line
    .map(span => setSpan(span, inTable))
    .join('')
    .trim()

function setSpan(span: Span, inTable: boolean): string {
  if (typeof span === 'string') return escaped(span)
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(span.text) ?? []
  if (words === '') return span.text
  switch (span.look) {
    case 'code':
    case 'place':
      return before + coded(words, inTable) + after
    case 'plain':
    case 'faint':
      return before + escaped(words) + after
    default:
      return `${before}**${escaped(words)}**${after}`
  }
}

/** what Markdown, or the HTML in it, would read as its own */
const MARKED = /[\\`*_{}[\]<>|~#$&]/g
/** what begins a list or a heading where it stands first */
const LEADING = /^(\s*)(?:([-+=])(?=\s|$|[-=])|(\d{1,9})([.)])(?=\s|$))/

/** Foreign words as Markdown text: no markup, no links, and nobody is mentioned. */
export function escaped(text: string): string {
  return (
    plain(text)
      .replace(MARKED, character => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`))
      .replace(
        LEADING,
        (_, space: string, sign: string | undefined, number: string | undefined, dot: string | undefined) =>
          sign ? `${space}\\${sign}` : `${space}${number}\\${dot}`,
      )
      // a forge makes mentions, references and links of these
      .replace(/@|#(?=\d)/g, sign => `${sign}&#8203;`)
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\.(?=\w)/gi, '$1\\.')
  )
}

/** Foreign words as code: shown as they are. In a table the bar must be escaped even there. */
export function coded(text: string, inTable: boolean): string {
  const words = inTable ? plain(text).replaceAll('|', '\\|') : plain(text)
  if (words.trim() === '') return ''
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(run => run[0].length))
  const fence = '`'.repeat(longest + 1)
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${words}${pad}${fence}`
}
