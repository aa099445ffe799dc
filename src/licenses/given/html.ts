import { Parser } from 'htmlparser2'

/** What a web page says, line by line, with the raw line of each. */
export interface PlainPage {
  readonly lines: readonly string[]
  /** the 1-based raw line of each line */
  readonly raw: readonly number[]
  readonly title: string
  /** it asks for a password */
  readonly login: boolean
}

const BREAKS = new Set(
  'p div section article header main aside table thead tbody tr ul ol dl dt dd pre hr blockquote center details summary figure h1 h2 h3 h4 h5 h6 li'.split(
    ' ',
  ),
)
/** what a page wears around its text */
const HIDDEN = new Set('head script style template noscript svg nav footer button select option iframe'.split(' '))
/** deeper lists than any license has */
const DEEPEST = 8

/** Takes the text out of a web page: a line of its own for every block, list item and heading, marked as in Markdown. */
export function plainPage(html: string): PlainPage {
  const lines: string[] = ['']
  const raw: number[] = [1]
  let title = ''
  let inTitle = false
  let login = false
  let hidden = 0
  let depth = 0
  let pre = 0
  let line = 1
  let counted = 0
  const lineOf = (offset: number) => {
    for (let at = html.indexOf('\n', counted); at >= 0 && at < offset; at = html.indexOf('\n', at + 1)) {
      line++
      counted = at + 1
    }
    return line
  }
  const begin = (at: number, lead = '') => {
    if (lines.at(-1)?.trim() === '') {
      lines[lines.length - 1] = lead
      raw[raw.length - 1] = at
    } else {
      lines.push(lead)
      raw.push(at)
    }
  }
  const block = (at: number, lead = '') => {
    if (lines.at(-1)?.trim() !== '') begin(at)
    if (lines.length > 1 || lines[0] !== '') {
      lines.push(lead)
      raw.push(at)
    } else lines[0] = lead
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const at = lineOf(parser.startIndex)
        if (name === 'title') inTitle = true
        if (name === 'input' && attributes.type?.toLowerCase() === 'password') login = true
        if (HIDDEN.has(name)) hidden++
        if (hidden > 0) return
        if (name === 'pre') pre++
        if (name === 'ul' || name === 'ol') depth = Math.min(DEEPEST, depth + 1)
        if (name === 'br') begin(at)
        else if (name === 'li') block(at, `${'  '.repeat(Math.max(0, depth - 1))}- `)
        else if (/^h[1-6]$/.test(name)) block(at, `${'#'.repeat(Number(name[1]))} `)
        else if (BREAKS.has(name)) block(at)
        else if (name === 'td' || name === 'th') add(' ')
      },
      ontext(text) {
        if (inTitle) title += text
        if (hidden > 0) return
        const at = parser.startIndex
        if (pre === 0) {
          if (lines.at(-1)?.trim() === '') raw[raw.length - 1] = lineOf(at + (/^\s*/.exec(text)?.[0].length ?? 0))
          return add(text.replace(/\s+/g, ' '))
        }
        let from = 0
        for (const [index, piece] of text.split('\n').entries()) {
          if (index > 0) {
            lines.push('')
            raw.push(lineOf(at + from))
          }
          add(piece)
          from += piece.length + 1
        }
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false
        if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1)
        if (hidden > 0) return
        if (name === 'pre') pre = Math.max(0, pre - 1)
        if (name === 'ul' || name === 'ol') depth = Math.max(0, depth - 1)
        if (BREAKS.has(name)) block(lineOf(parser.startIndex))
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  const add = (text: string) => {
    const last = lines.at(-1) ?? ''
    lines[lines.length - 1] = last === '' || last.endsWith(' ') ? last + text.trimStart() : last + text
  }
  parser.write(html)
  parser.end()
  return { lines, raw, title: title.replace(/\s+/g, ' ').trim(), login }
}
