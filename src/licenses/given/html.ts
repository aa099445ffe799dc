import { Parser } from 'htmlparser2'
import { type PlainLines, plainLines } from './plain-lines.ts'

/** What a web page says, line by line, with the raw line of each. */
export interface PlainPage extends PlainLines {
  readonly title: string
  /** it asks for a password */
  readonly login: boolean
  /** only its beginning was read, for the depth of its elements */
  readonly cut: boolean
}

const BREAKS = new Set(
  (
    'p div section article header main aside table thead tbody tr ul ol dl dt dd pre hr blockquote center ' +
    'details summary figure h1 h2 h3 h4 h5 h6 li'
  ).split(' '),
)
/** what a page wears around its text */
const HIDDEN = new Set('head script style template noscript svg nav footer button select option iframe'.split(' '))
/** deeper lists than any license has */
const DEEPEST = 8
/** deeper than any page; the parser's own work grows with the square of it (CWE-407) */
const DEEPEST_PAGE = 500
/** longer titles are not shown */
const LONGEST_TITLE = 200

/**
 * Takes the text out of a web page: a line of its own for every block, list item and heading, marked as in Markdown.
 */
export function plainPage(html: string): PlainPage {
  const out = plainLines(html)
  let title = ''
  let inTitle = false
  let login = false
  let hidden = 0
  let depth = 0
  let pre = 0
  let open = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++open > DEEPEST_PAGE) return parser.pause()
        if (name === 'title') inTitle = true
        if (name === 'input' && attributes.type?.toLowerCase() === 'password') login = true
        if (HIDDEN.has(name)) hidden++
        if (hidden > 0) return
        const at = parser.startIndex
        if (name === 'pre') pre++
        if (name === 'ul' || name === 'ol') depth++
        if (name === 'br') out.newLine(at)
        else if (name === 'li') out.block(at, `${'  '.repeat(Math.min(DEEPEST, Math.max(0, depth - 1)))}- `)
        else if (/^h[1-6]$/.test(name)) out.block(at, `${'#'.repeat(Number(name[1]))} `)
        else if (BREAKS.has(name)) out.block(at)
        else if (name === 'td' || name === 'th') out.add(' ', at)
      },
      ontext(text) {
        if (inTitle && title.length < LONGEST_TITLE) title += text
        if (hidden > 0) return
        const at = parser.startIndex
        if (pre === 0) return out.add(text.replace(/\s+/g, ' '), at + leading(text))
        let from = at
        for (const [index, piece] of text.split('\n').entries()) {
          if (index > 0) out.newLine(from)
          out.add(piece, from)
          from += piece.length + 1
        }
      },
      onclosetag(name) {
        open--
        if (name === 'title') inTitle = false
        if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1)
        if (hidden > 0) return
        if (name === 'pre') pre = Math.max(0, pre - 1)
        if (name === 'ul' || name === 'ol') depth = Math.max(0, depth - 1)
        if (BREAKS.has(name)) out.block(parser.startIndex)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  return {
    ...out.done(),
    title: title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE),
    login,
    cut: open > DEEPEST_PAGE,
  }
}

const leading = (text: string) => text.length - text.trimStart().length
