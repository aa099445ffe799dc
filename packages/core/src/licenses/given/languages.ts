import { languageOf } from '../../text/language.ts'
import { EVERY_HAN } from '../../text/scripts.ts'
import { countOf } from '../../text/unicode.ts'

/** enough of a text to tell */
const LOOKED_AT = 60_000
/** a Chinese character says as much as about three letters */
const LETTERS = 3
/** names and addresses do not make a text bilingual: each language has at least this part of it */
const PART = 0.15

/** The language of a text, or both of a bilingual one, and whether it is read. */
export function languagesOf(text: string): { readonly name: string; readonly read: boolean } {
  const { read, name } = languageOf(text)
  if (read === 'other') return { name, read: false }
  const start = text.slice(0, LOOKED_AT)
  const chinese = countOf(start, EVERY_HAN) * LETTERS
  const english = start.match(/[A-Za-z]/g)?.length ?? 0
  const least = (chinese + english) * PART
  return { name: chinese > least && english > least ? 'English and Chinese' : name, read: true }
}
