import { plain } from '../foreign.ts'
import type { Line, Look } from '../page.ts'
import { chop, widthOf } from './columns.ts'
import type { Paint } from './paint.ts'

interface Piece {
  readonly text: string
  readonly look: Look | null
}
/** a word: pieces with no space between them */
type Word = readonly Piece[]

/** A line of a terminal: what is painted, and the columns it takes. */
export interface Row {
  readonly text: string
  readonly width: number
}

/** Wraps a line at spaces to a width in columns; words longer than that are cut. At least one row. */
export function wrap(line: Line, width: number, paint: Paint): readonly Row[] {
  const rows: Word[][] = [[]]
  let used = 0
  for (const word of wordsOf(line, width)) {
    const columns = widthOfWord(word)
    const row = rows.at(-1)
    if (row && row.length > 0 && used + 1 + columns > width) {
      rows.push([word])
      used = columns
    } else {
      row?.push(word)
      used += columns + (used > 0 ? 1 : 0)
    }
  }
  return rows.map(row => painted(row, paint))
}

/** The columns a line takes when it is not wrapped. */
export function lineWidth(line: Line): number {
  return widthOf(plain(line.map(span => (typeof span === 'string' ? span : span.text)).join('')).trim())
}

/** The columns of the longest word of a line. */
export function longestWord(line: Line): number {
  return Math.max(0, ...wordsOf(line, Number.POSITIVE_INFINITY).map(widthOfWord))
}

const widthOfWord = (word: Word) => word.reduce((sum, piece) => sum + widthOf(piece.text), 0)

function wordsOf(line: Line, width: number): readonly Word[] {
  const words: Piece[][] = []
  let glued = false
  for (const span of line) {
    const style = typeof span === 'string' ? null : span.look
    const text = plain(typeof span === 'string' ? span : span.text)
    for (const [at, part] of text.split(' ').entries()) {
      if (at > 0) glued = false
      if (part === '') continue
      const last = words.at(-1)
      if (glued && last) last.push({ text: part, look: style })
      else words.push([{ text: part, look: style }])
      glued = true
    }
  }
  return words.flatMap(word => cut(word, width))
}

/** A word that does not fit a whole row becomes several. */
function cut(word: Word, width: number): readonly Word[] {
  if (widthOfWord(word) <= width) return [word]
  return word.flatMap(({ text, look }) => chop(text, width).map(piece => [{ text: piece, look }]))
}

/** Pieces of one look that follow each other are painted together, with the spaces between them. */
function painted(row: readonly Word[], paint: Paint): Row {
  const pieces: { text: string; look: Look | null }[] = []
  for (const [at, word] of row.entries()) {
    for (const [number, piece] of word.entries()) {
      const space = at > 0 && number === 0 ? ' ' : ''
      const last = pieces.at(-1)
      if (last && last.look === piece.look) last.text += space + piece.text
      else {
        if (space) pieces.push({ text: space, look: null })
        pieces.push({ ...piece })
      }
    }
  }
  const text = pieces.map(piece => (piece.look ? paint[piece.look](piece.text) : piece.text)).join('')
  return { text, width: pieces.reduce((sum, piece) => sum + widthOf(piece.text), 0) }
}
