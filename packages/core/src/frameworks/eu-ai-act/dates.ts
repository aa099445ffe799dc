import { citeWords } from '../../documents/cite.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Citation } from '../../report/report.ts'
import { MONTHS } from '../../wordings/tokens.ts'

const LABEL = /\b(?:release date|released on|date of release|publication date|model date)\b|发布(?:日期|时间)/i
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`
const ISO = /(?<!\d)(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d\\d)\\b`, 'i')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (20\\d\\d)\\b`, 'i')

/** what news say of a model that is given */
const NEWS = /\b(?:releas(?:ed?|ing)|open[- ]?sourc\w{1,4}|publicly available|are available)\b|发布|开源/i
const GIVEN = /\b(?:models?|weights|checkpoints?)\b|模型|权重/i
/** news begin with their date */
const FIRST = 40

interface Dated {
  readonly date: string
  readonly cited: Citation
}

/**
 * The release date that the documents state as one, with its place; else that of the last news of a release, where it
 * was before a day: what came out after that may be more than the model. Null when there is none.
 */
export function releaseDate({ documents }: Evidence, before: string): Dated | null {
  let last: Dated | null = null
  for (const document of documents.slice(0, 3))
    for (const block of document.blocks) {
      if (block.kind === 'code') continue
      const text = block.text.slice(0, 2_000)
      const told = NEWS.test(text) && GIVEN.test(text) ? readDate(text.slice(0, FIRST)) : null
      if (told && told > (last?.date ?? ''))
        last = { date: told, cited: citeWords(document, block.line, block.endLine, text.slice(0, FIRST)) }
      const label = LABEL.exec(text)
      const after = label ? text.slice(label.index + label[0].length, label.index + 120) : ''
      const under =
        !label && block.headings.length > 0 && LABEL.test(block.headings.at(-1) ?? '') ? text.slice(0, 120) : ''
      const date = readDate(after) ?? readDate(under)
      if (date) return { date, cited: citeWords(document, block.line, block.endLine, label?.[0] ?? block.text) }
    }
  return last && last.date < before ? last : null
}

/** The first date in a text, as ISO. */
function readDate(text: string): string | null {
  const [, year, month, day] = ISO.exec(text) ?? []
  if (year && month && day) return iso(year, Number(month), day)
  const [, name, second, third] = MONTH_FIRST.exec(text) ?? []
  if (name && second && third) return iso(third, monthOf(name), second)
  const [, first, middle, last] = DAY_FIRST.exec(text) ?? []
  return first && middle && last ? iso(last, monthOf(middle), first) : null
}

const monthOf = (name: string) => MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1

function iso(year: string, month: number, day: string): string | null {
  const valid = month >= 1 && month <= 12 && Number(day) >= 1 && Number(day) <= 31
  return valid ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
