import type { Citation, License, TextCitation } from '../../report.ts'
import type { GivenText } from './given.ts'
import type { PlainPage } from './html.ts'

type Recite = (cited: TextCitation) => TextCitation

/** raw lines in which the words of a quote are looked for */
const MOST_LINES = 40

/** A reading of the plain text of a page, cited in the page as it is on disk. */
export function citePage(license: License, page: PlainPage, rawLines: readonly string[]): License {
  const rawOf = (line: number) => page.raw[line - 1] ?? page.raw.at(-1) ?? 1
  const recite: Recite = cited => {
    const line = rawOf(cited.line)
    const to = Math.min(Math.max(line, rawOf(cited.endLine + 1)), line + MOST_LINES, rawLines.length)
    return { ...cited, ...quoteIn(rawLines, line, to, cited.quote) }
  }
  const moved = reciteAll(license, recite)
  const atRaw = <T extends { line: number; endLine: number }>(one: T): T => ({
    ...one,
    line: rawOf(one.line),
    endLine: rawOf(one.endLine),
  })
  return {
    ...moved,
    match: { ...moved.match, residue: moved.match.residue.map(atRaw) },
    ...(moved.parts ? { parts: moved.parts.map(atRaw) } : {}),
  }
}

/** A reading of the text of a PDF, with the page of every citation. */
export function citePdf(license: License, { pages = [] }: GivenText): License {
  return reciteAll(license, cited => {
    const page = pages.findLastIndex(first => first < cited.line) + 1
    return page > 0 ? { ...cited, page } : cited
  })
}

/** markup, or a stretch of it, between two words of a quote */
const FARTHEST = 300
const LONGEST_QUOTE = 200

/** The raw words of a quote, with the markup that stands between them: the first line that has most of them. */
function quoteIn(
  rawLines: readonly string[],
  from: number,
  to: number,
  quote: string,
): Pick<TextCitation, 'line' | 'endLine' | 'quote'> {
  const words = quote.split(/\s+/).filter(word => word !== '')
  let best = { line: from, count: 0, quote: (rawLines[from - 1] ?? '').trim().slice(0, LONGEST_QUOTE).trim() }
  for (let line = from; line <= to; line++) {
    const found = wordsIn(rawLines[line - 1] ?? '', words)
    if (found.count > best.count) best = { line, ...found }
  }
  return { line: best.line, endLine: best.line, quote: best.quote }
}

/** The stretch of a raw line from the first word on, over as many of the others as follow; entities hide some. */
function wordsIn(raw: string, words: readonly string[]): { readonly count: number; readonly quote: string } {
  const [first] = words
  const start = first === undefined ? -1 : raw.indexOf(first)
  if (first === undefined || start < 0) return { count: 0, quote: '' }
  let count = 1
  let end = start + first.length
  for (const word of words.slice(1)) {
    const at = raw.indexOf(word, end)
    if (at < 0 || at > end + FARTHEST) continue
    if (at + word.length - start > LONGEST_QUOTE) break
    end = at + word.length
    count++
  }
  return { count, quote: raw.slice(start, end).slice(0, LONGEST_QUOTE).trim() }
}

function reciteAll(license: License, recite: Recite): License {
  const path = license.text?.path
  const own = <T extends { readonly cited: Citation[] }>(one: T): T => ({
    ...one,
    cited: one.cited.map(cited => ('quote' in cited && cited.path === path ? recite(cited) : cited)),
  })
  return {
    ...own(license),
    clauses: license.clauses.map(own),
    selfLabels: license.selfLabels.map(own),
    ...(license.defects ? { defects: license.defects.map(own) } : {}),
  }
}
