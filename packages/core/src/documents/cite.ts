import type { MetadataCitation, TextCitation } from '../report/report.ts'
import { findWords } from '../text/find-words.ts'
import { type Quote, quoted, quoteIn } from '../text/quote.ts'
import type { MetadataEntry } from './front-matter.ts'
import type { Document } from './index.ts'

/** Words quoted, with the lines they stand on. */
export type QuotedLines = Pick<TextCitation, 'line' | 'endLine' | 'quote' | 'cut'>

/** Cites lines of a file, verbatim: all of them, or as many of their first sentences as a quote may be long. */
export function citeLines(path: string, lines: readonly string[], line: number, endLine: number = line): TextCitation {
  const block = blockOf(lines, line, endLine)
  return { path, ...quotedOf(block, quoteIn(block.raw)) }
}

/** Cites a file by the first of its lines that says something. */
export const citeOpening = (path: string, lines: readonly string[]): TextCitation =>
  citeLines(path, lines, openingOf(lines))

/** The first line that says something, 1-based; 1 where none does. */
export const openingOf = (lines: readonly string[]): number =>
  Math.max(1, lines.findIndex(line => line.trim() !== '') + 1)

/**
 * Quotes a sentence that was read on lines of a file as it stands there, markup included; of one too long for a quote
 * the clauses around words in it.
 */
export function quoteSentence(
  lines: readonly string[],
  line: number,
  endLine: number,
  sentence: string,
  { at = 0, end = at }: { readonly at?: number | undefined; readonly end?: number | undefined } = {},
): QuotedLines {
  const block = blockOf(lines, line, endLine)
  const { from, to, rawOf } = findWords(block.raw, sentence) ?? { from: 0, to: block.raw.length, rawOf: () => 0 }
  return quotedOf(block, quoteIn(block.raw, from, to, rawOf(at), rawOf(end)))
}

/** Cites a sentence of a document. */
export const citeSentence = (document: Document, line: number, endLine: number, sentence: string): TextCitation =>
  onPage(document, quoteSentence(document.lines, line, endLine, sentence))

/** Cites the sentence of a document in which words stand. */
export function citeWords(document: Document, line: number, endLine: number, words: string): TextCitation {
  const block = blockOf(document.lines, line, endLine)
  return onPage(document, quotedOf(block, quoteIn(block.raw, 0, block.raw.length, findWords(block.raw, words)?.from)))
}

function onPage({ path, pages }: Document, quoted: QuotedLines): TextCitation {
  const page = pages?.findLastIndex(first => first < quoted.line) ?? -1
  return { path, ...quoted, ...(page >= 0 && { page: page + 1 }) }
}

/** Cites one value of a card's metadata. */
export const citeMetadata = (path: string, { key, value, line }: MetadataEntry): MetadataCitation =>
  citeValue(path, key, typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), line)

/** Cites a value under a key, on the line where that is known. */
export function citeValue(path: string, key: string, words: string, line?: number): MetadataCitation {
  const { quote: value, ...cut } = quoted(words)
  return { path, key, value, ...cut, ...(line !== undefined && { line }) }
}

interface RawBlock {
  readonly raw: string
  /** its line in the file */
  readonly first: number
}

function blockOf(lines: readonly string[], line: number, endLine: number): RawBlock {
  const first = Math.max(1, Math.min(line, lines.length))
  const last = Math.max(first, Math.min(endLine, lines.length))
  const own = lines.slice(first - 1, last).map(text => text.replace(/\r$/, ''))
  return { raw: own.join('\n'), first }
}

/** The words of a quote with the lines that these stand on, which may be fewer. */
function quotedOf({ raw, first }: RawBlock, { from, to, cut }: Quote): QuotedLines {
  const quote = raw.slice(from, to)
  const line = first + raw.slice(0, from).split('\n').length - 1
  return { line, endLine: line + quote.split('\n').length - 1, quote, ...(cut && { cut }) }
}
