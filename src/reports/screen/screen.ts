import type { Citation } from '../../report.ts'
import { type Line, look, type Span } from '../page.ts'
import { lineWidth, widthOf } from '../terminal/wrap.ts'
import { plain } from '../words/foreign.ts'
import { placeOf } from '../words/places.ts'

/** A row of a screen: a sign before it, what it says, and where that can be checked. */
export interface ScreenRow {
  readonly sign: Span
  /** what it is about, in a column of its own */
  readonly label: string
  readonly text: Line
  readonly place: Line
}

/** Rows that belong together, under a heading where they need one. */
export interface ScreenPart {
  readonly heading: Line | null
  readonly rows: readonly ScreenRow[]
}

/** The answer on one screen, in the order people ask. */
export interface Screen {
  readonly head: readonly Pick<ScreenRow, 'text' | 'place'>[]
  readonly parts: readonly ScreenPart[]
  readonly foot: readonly Line[]
}

/** A row, of which only the words are always there. */
export const row = (text: Line, place: Line = [], sign: Span = '', label = ''): ScreenRow => ({
  sign,
  label,
  text,
  place,
})

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

/** columns of a place; a longer path is told by its beginning and its end */
const LONGEST = 30

/** The first place in the release, else where else it is known from: short enough to stand beside what it is of. */
export function placeIn(cited: readonly Citation[], section?: unknown): Line {
  const here = cited.find(citation => 'path' in citation)
  if (here) return [{ text: shortened(placeOf(here)), look: 'place', cited: here }]
  const [first] = cited
  if (!first) return []
  if ('looked' in first) return [look('faint', 'not found')]
  return [look('faint', typeof section === 'string' ? shortened(`known text, ${section}`) : 'known text')]
}

/** `src/model_licenses/LICENSE-A:12` as `src/…/LICENSE-A:12` */
function shortened(place: string): string {
  if (lineWidth([place]) <= LONGEST) return place
  const [first = '', ...others] = place.split('/')
  const last = others.at(-1)
  const short = last === undefined ? place : `${first}/…/${last}`
  return lineWidth([short]) <= LONGEST ? short : `…${(last ?? place).slice(-LONGEST + 1)}`
}
