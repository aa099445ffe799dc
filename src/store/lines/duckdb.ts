import type { LineFormat } from './index.ts'

/** The separators of ASCII, which no word on a card has any use for; and what stands for nothing. */
export const UNIT = '\x1f'
export const RECORD = '\x1e'
export const ITEM = '\x1d'
export const NOTHING = '\x1c'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SEPARATORS = /[\x1c-\x1f]/g

const sound = (text: string): string => text.replace(SEPARATORS, '\ufffd')

/** Rows as DuckDB splits them, off the main thread: values have no separator in them, so nothing is escaped. */
export const duckdbLines: LineFormat = {
  between: { columns: UNIT, rows: RECORD },
  write: value => {
    if (value === null) return NOTHING
    if (typeof value === 'string') return sound(value)
    // before each, so that a list of one empty word is not an empty list
    if (Array.isArray(value)) return value.map(one => ITEM + sound(one)).join('')
    return String(value)
  },
}
