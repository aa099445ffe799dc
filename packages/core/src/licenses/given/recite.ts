import { quoteSentence } from '../../documents/cite.ts'
import type { Citation, TextCitation } from '../../report/report.ts'
import type { LicenseReading } from '../reading.ts'
import type { GivenText } from './given.ts'

type Recite = (cited: TextCitation) => TextCitation

/** raw lines in which the words of a quote are looked for */
const MOST_LINES = 40

/** A reading of the text of a PDF, with the page of every citation. */
export function citePdf(reading: LicenseReading, { pages = [] }: GivenText): LicenseReading {
  return reciteAll(reading, cited => {
    const page = pages.findLastIndex(first => first < cited.line) + 1
    return page > 0 ? { ...cited, page } : cited
  })
}

/**
 * A reading of a text that was taken out of another one, a page or a value of metadata, cited in that one: `raw` has
 * for each line of the text the line on which it begins there.
 */
export function citeRaw(reading: LicenseReading, rawLines: readonly string[], raw: readonly number[]): LicenseReading {
  const rawOf = (line: number) => raw[line - 1] ?? raw.at(-1) ?? 1
  const atRaw = <T extends { line: number; endLine: number }>(one: T): T => ({
    ...one,
    line: rawOf(one.line),
    endLine: rawOf(one.endLine),
  })
  const moved = reciteAll(reading, cited => {
    const line = rawOf(cited.line)
    // the last line of the text may go on over several of the file
    const next = raw[cited.endLine] ?? rawLines.length
    const to = Math.min(Math.max(line, next), line + MOST_LINES, rawLines.length)
    return { ...cited, ...quoteSentence(rawLines, line, to, cited.quote) }
  })
  const { match, parts } = moved.license
  return {
    ...moved,
    license: {
      ...moved.license,
      match: { ...match, residue: match.residue.map(atRaw) },
      ...(parts ? { parts: parts.map(atRaw) } : {}),
    },
  }
}

function reciteAll({ license, bars, asks, places, ...reading }: LicenseReading, recite: Recite): LicenseReading {
  const path = license.text?.path
  const own = <T extends { readonly cited: Citation[] }>(one: T): T => ({
    ...one,
    cited: one.cited.map(cited => ('quote' in cited && cited.path === path ? recite(cited) : cited)),
  })
  return {
    ...reading,
    license: {
      ...own(license),
      clauses: license.clauses.map(own),
      selfLabels: license.selfLabels.map(own),
      ...(license.defects ? { defects: license.defects.map(own) } : {}),
    },
    bars: bars.map(own),
    asks: asks.map(own),
    ...(places && { places: new Map([...places].map(([key, place]) => [key, recite(place)])) }),
  }
}
