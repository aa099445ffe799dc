import stringWidth from 'string-width'
import { plain } from '../../text/foreign.ts'

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => stringWidth(text)

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
