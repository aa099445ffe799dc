import { plain } from '@unwash/core/text/foreign'
import stringWidth from 'string-width'

/** letters and marks of one column each; all others are looked up, letter by letter */
const NARROW = /^[ -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u2010-\u2027\u2030-\u203b\u2190-\u2193]*$/

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => (NARROW.test(text) ? text.length : stringWidth(text))

/** Some of a text, by its offsets. */
interface Cut {
  readonly from: number
  readonly to: number
}

/** Cuts a text at spaces into rows of at most so many columns, and words that are longer. At least one row. */
export function rowsOf(text: string, columns: number): readonly Cut[] {
  const rows: Cut[] = []
  let from = 0
  let to = 0
  let taken = 0
  const next = (at: number): void => {
    rows.push({ from, to: from + text.slice(from, to).trimEnd().length })
    from = at
    to = at
    taken = 0
  }
  for (let start = 0; start <= text.length; ) {
    const space = text.indexOf(' ', start)
    const end = space < 0 ? text.length : space
    const word = text.slice(start, end)
    const width = widthOf(word)
    if (taken === 0) from = start
    else taken++
    to = end
    if (width > columns) {
      const left = columns - taken
      to = start
      if (Math.floor((width - 1) / columns) < 1 + Math.floor((width - left - 1) / columns)) next(start)
      for (const letter of word) {
        const wide = widthOf(letter)
        if (taken + wide > columns) next(to)
        to += letter.length
        taken += wide
        if (taken === columns && to < end) next(to)
      }
      // some letters join to one
      taken = widthOf(text.slice(from, to))
    } else {
      if (taken + width > columns && taken > 0 && width > 0) {
        to = start
        next(start)
        to = end
      }
      taken += width
    }
    start = end + 1
  }
  next(text.length)
  return rows
}

/** A text of at most so many columns, cut between words, with a sign that it goes on. */
export function clipped(text: string, columns: number): string {
  const whole = plain(text).trim()
  if (widthOf(whole) <= columns) return whole
  let end = ''
  let width = 0
  for (const character of whole) {
    width += widthOf(character)
    if (width >= columns) break
    end += character
  }
  const word = whole[end.length] === ' ' ? end.length : end.lastIndexOf(' ')
  return `${(word > columns / 2 ? end.slice(0, word) : end).replace(/[\s,;:.(]+$/, '')}…`
}

/** `src/model_licenses/LICENSE-A:12` as `src/…/LICENSE-A:12`, where it takes more columns than those. */
export function shortened(place: string, columns: number): string {
  if (widthOf(plain(place)) <= columns) return place
  const [first = '', ...others] = place.split('/')
  const last = others.at(-1)
  const short = last === undefined ? place : `${first}/…/${last}`
  return widthOf(plain(short)) <= columns ? short : `…${(last ?? place).slice(-columns + 1)}`
}
