import { plain } from '../foreign.ts'
import { widthOf } from '../terminal/wrap.ts'

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
