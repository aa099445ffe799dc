import { Parser } from 'htmlparser2'
import { isProse, wordsOfAttributes } from '../text/markup.ts'
import { BlockBuilder } from './builder.ts'
import type { Block } from './document.ts'

const BREAKS = `p div br hr ul ol tbody thead section center details summary blockquote
  header footer article figure main`.split(/\s+/)
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'nav'])
/** what a program has and a sentence has not */
const OF_CODE = /[{}=;]/
/** what these hold is no markup: a reader cannot begin in the middle of one */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])
/** deeper than any page; the parser's own work grows with the square of the depth (CWE-407) */
const DEEPEST_PAGE = 500
/** deeper lists than any page has */
const DEEPEST_LIST = 8
const isList = (name: string) => name === 'ul' || name === 'ol'

/**
 * Reads a stretch of HTML, whole or cut in pieces as in a README, into blocks. Tables without their table tag are
 * rows all the same. `line` is the raw line where the stretch begins; `builder` has what comes before.
 */
export function readHtml(html: string, line: number, builder = new BlockBuilder()): Block[] {
  const lineOf = lineCounter(html, line)
  let hidden = 0
  let lists = 0
  // rows that the cells of a table go on for, by column
  let spans: number[] = []
  let column = 0
  let wide = 0
  let link: { url: string; start: number; line: number } | null = null
  // a page that is too deep goes on at its surface, with a parser that knows nothing of what is open
  for (let next: number | null = 0; next !== null; ) next = readFrom(next)
  return builder.finish()

  /** A cell in its column: one that goes on over rows or columns leaves empty ones there. */
  function cell(header: boolean, { rowspan, colspan }: Readonly<Record<string, string>>): void {
    for (; wide > 0 || (spans[column] ?? 0) > 0; column++) {
      if (wide > 0) wide--
      else spans[column] = (spans[column] ?? 1) - 1
      builder.cell(header)
    }
    builder.cell(header)
    wide = spanOf(colspan)
    for (let at = column; at <= column + wide && at < MOST_SPANNED; at++) spans[at] = spanOf(rowspan)
    column++
  }

  /** Reads on from an offset; where the depth made it end, if it did. */
  function readFrom(start: number): number | null {
    let depth = 0
    let end: number | null = null
    hidden = 0
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          const at = lineOf(start + parser.startIndex)
          if (++depth > DEEPEST_PAGE && !RAW.has(name)) {
            end = start + parser.endIndex + 1
            parser.pause()
          }
          if (HIDDEN.has(name)) hidden++
          if (hidden) return
          if (isList(name)) lists++
          const words = wordsOfAttributes(Object.entries(attributes).map(([name, value]) => [name, value || undefined]))
          if (isProse(words)) builder.text(` ${words} `, at)
          if (/^h[1-6]$/.test(name)) builder.begin('heading', at, { level: Number(name[1]) })
          else if (name === 'table' && !builder.inRow()) {
            builder.table()
            spans = []
            column = wide = 0
          } else if (name === 'summary') builder.summary(at)
          else if (name === 'li') builder.begin('item', at, { level: Math.max(1, Math.min(lists, DEEPEST_LIST)) })
          else if (name === 'tr') {
            builder.begin('row', at)
            const last = column + wide
            spans = spans.map((left, at) => (at < last ? left : Math.max(0, left - 1)))
            column = wide = 0
          } else if (name === 'td' || name === 'th') cell(name === 'th', attributes)
          else if (name === 'pre') builder.begin('code', at)
          else if (BREAKS.includes(name))
            name === 'br' || builder.inRow() ? builder.space() : builder.begin('paragraph', at)
          else if (name === 'a' && attributes.href) link = { url: attributes.href, start: builder.offset(), line: at }
          else if (name === 'img' && attributes.src) builder.image(attributes.alt ?? '', attributes.src, at)
        },
        ontext(text) {
          // sentences count wherever they are; labels and code do not
          if (hidden && (OF_CODE.test(text) || !isProse(text))) return
          const at = start + parser.startIndex
          let offset = 0
          for (const piece of text.split('\n')) {
            if (offset > 0) builder.space()
            builder.text(piece, lineOf(at + offset))
            offset += piece.length + 1
          }
        },
        onclosetag(name, implied) {
          depth--
          if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1)
          if (hidden) return
          if (isList(name)) lists--
          if (name === 'a' && link) {
            builder.link(link.url, link.start, link.line)
            link = null
          }
          // a paragraph within a cell does not end its row
          if ((name === 'p' || name === 'div') && builder.inRow()) builder.space()
          else if (name === 'details' && !implied) builder.endDetails()
          else if (/^(h[1-6]|li|tr|p|pre|div|summary)$/.test(name)) builder.end()
        },
      },
      { decodeEntities: true, lowerCaseTags: true },
    )
    parser.write(html.slice(start))
    if (end === null) parser.end()
    return end
  }
}

/** How many rows or columns more a cell goes on for. */
const spanOf = (value = '1') => Math.min(Math.max(0, Number.parseInt(value, 10) - 1 || 0), MOST_SPANNED)
/** longer spans, and those of columns further on, are no table's */
const MOST_SPANNED = 60

/** Lines by offset; offsets must not go backwards by more than the parser's own lookahead. */
function lineCounter(text: string, first: number): (offset: number) => number {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return offset => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return first + low
  }
}
