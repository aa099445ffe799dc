import type { Citation, TextCitation } from '../report.ts'
import type { Entry } from './front-matter.ts'
import type { Document } from './index.ts'

/** the longest quote a citation carries */
const MAX_QUOTE = 200

/** Cites lines of a file, verbatim from `near` on (a word the quote should begin with), at most 200 characters. */
export function citeLines(
  path: string,
  lines: readonly string[],
  line: number,
  endLine: number = line,
  near?: string,
): TextCitation {
  const first = Math.max(1, Math.min(line, lines.length))
  const last = Math.max(first, Math.min(endLine, lines.length))
  const raw = lines
    .slice(first - 1, last)
    .map(text => text.replace(/\r$/, ''))
    .join('\n')
  const at = near ? raw.indexOf(near) : -1
  const quote = cut((at > 0 ? raw.slice(at) : raw).trimStart()).trimEnd()
  // the quote may end before the last line named: name the line it ends on
  const before = at > 0 ? raw.slice(0, at) : raw.slice(0, raw.length - raw.trimStart().length)
  const start = first + before.split('\n').length - 1
  return { path, line: start, endLine: start + quote.split('\n').length - 1, quote }
}

/** Cites one value of a card's metadata. */
export function citeMetadata(path: string, { key, value, line }: Entry): Citation {
  return { path, key, value: cut(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')), line }
}

/** Cites a sentence of a document. */
export function citeSentence(document: Document, line: number, endLine: number, sentence: string): TextCitation {
  const raw = document.lines.slice(line - 1, endLine).join('\n')
  const cited = citeLines(document.path, document.lines, line, endLine, beginning(sentence, raw))
  const page = document.pages?.findLastIndex(first => first < cited.line)
  return page === undefined || page < 0 ? cited : { ...cited, page: page + 1 }
}

/** a line with a whole page on it is not searched for every few letters */
const LONGEST_SEARCHED = 500_000
/** letters enough to find a place in a line by */
const ENOUGH = 12

/** Words by which a sentence is found on its lines; the first may have markup among them that it does not show. */
function beginning(sentence: string, raw: string): string {
  const first = sentence.slice(0, 24)
  if (raw.length <= MAX_QUOTE || raw.length > LONGEST_SEARCHED || raw.includes(first)) return first
  for (let at = 0; at + ENOUGH <= Math.min(sentence.length, 120); at++) {
    const words = sentence.slice(at, at + ENOUGH)
    const begins = at === 0 || sentence[at - 1] === ' ' || words > '\u2e80'
    const place = begins && words[0] !== ' ' ? raw.indexOf(words) : -1
    // a quote from the start of the line shows them just as well, with what comes before
    if (place >= 0) return place < MAX_QUOTE / 3 ? first : words
  }
  return first
}

/** The beginning of a text, as long as a citation may be, with no character cut in half. */
const cut = (text: string) => text.slice(0, MAX_QUOTE).replace(/[\uD800-\uDBFF]$/, '')
