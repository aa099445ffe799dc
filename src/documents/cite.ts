import type { Citation, TextCitation } from '../report.ts'
import type { Document, FrontMatter } from './index.ts'

/** the longest quote a citation carries */
const MAX_QUOTE = 200

/** Cites lines of a file, quoting them verbatim from `near` on (a word the quote should begin with), at most 200 characters. */
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
  const quote = (at > 0 ? raw.slice(at) : raw).trimStart().slice(0, MAX_QUOTE).trimEnd()
  // the quote may end before the last line named: name the line it ends on
  const before = at > 0 ? raw.slice(0, at) : raw.slice(0, raw.length - raw.trimStart().length)
  const start = first + before.split('\n').length - 1
  return { path, line: start, endLine: start + quote.split('\n').length - 1, quote }
}

/** Cites one value of a card's metadata. */
export function citeMetadata(path: string, frontMatter: FrontMatter, key: string): Citation {
  const value = frontMatter.data[key]
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const line = frontMatter.keys.get(key)?.line
  return { path, key, value: shown.slice(0, MAX_QUOTE), ...(line ? { line } : {}) }
}

/** Cites a sentence of a document. */
export function citeSentence(document: Document, line: number, endLine: number, sentence: string): TextCitation {
  const near = sentence.slice(0, 24)
  return citeLines(document.path, document.lines, line, endLine, near)
}
