import { escaped, langOf, plain } from '@unwash/core/text/foreign'
import { rowsOf } from './words/clipped.ts'

/** A drawing of words in lines (SVG): how wide letters are is guessed, as nothing is measured here. */
export const WIDTH = 1200
const HEIGHT = 630
/** Where words begin. */
export const LEFT = 72
/** a column is about so much of a letter's height wide: nothing is measured here */
const COLUMN = 0.535
/** Colors of words. */
export const INK = { good: '#1d6a3f', bad: '#a2231d', ask: '#805000', strong: '#5b5348', faint: '#66605a' }

/** Words in lines of a width, from a height on; what finds no room is cut, with a sign of that. */
interface Set {
  readonly words: string
  readonly x?: number
  readonly y: number
  readonly size: number
  readonly width?: number
  readonly most?: number
  readonly bold?: boolean
  readonly fill?: string
}

/** Words in lines. */
export function wrapped({
  words,
  size,
  width = WIDTH - 2 * LEFT,
  bold,
}: Pick<Set, 'words' | 'size' | 'width' | 'bold'>) {
  const text = plain(words).trim()
  const columns = Math.floor(width / (size * (bold ? COLUMN * 1.14 : COLUMN)))
  return rowsOf(text, columns).map(({ from, to }) => text.slice(from, to))
}

/** The same as SVG. */
export function setText({ x = LEFT, y, most = 1, fill, ...set }: Set): string {
  const { words, size, bold } = set
  const all = wrapped(set)
  const shown = all
    .slice(0, most)
    .map((line, at) => (at === most - 1 && all.length > most ? `${line.slice(0, -1)}…` : line))
  const look = `font-size="${size}"${bold ? ' font-weight="bold"' : ''}${fill ? ` fill="${fill}"` : ''}`
  const lang = langOf(words) ? ` xml:lang="${langOf(words)}"` : ''
  const lines = shown.map((line, at) => {
    const down = Math.round(y + at * size * LEADING)
    return `<text x="${x}" y="${down}" ${look}${lang}>${escaped(line)}</text>`
  })
  return lines.join('\n')
}

/** lines are so far apart, for the height of a letter */
const LEADING = 1.35

/** Words of a picture, and their color. */
export type Told = Pick<Set, 'words' | 'fill'>

/** How high several take, one under the other, in letters of a size. */
export const heightOf = (all: readonly Told[], size: number, width: number) =>
  all.reduce((sum, { words }) => sum + (wrapped({ words, size, width }).length + GAP) * size * LEADING, 0)

/** One under the other in a room, as large as all of them fit in; what does not fit at the smallest is cut. */
export function stacked(all: readonly Told[], from: number, to: number, x = LEFT, width = WIDTH - LEFT - x) {
  const size = SIZES.find(size => heightOf(all, size, width) <= to - from) ?? SMALLEST
  let y = from + size
  return all.flatMap(one => {
    const room = Math.floor((to - y) / (size * LEADING)) + 1
    if (room < 1) return []
    const text = setText({ ...one, x, y, size, width, most: room })
    y += (Math.min(room, wrapped({ ...one, size, width }).length) + GAP) * size * LEADING
    return [text]
  })
}
const SIZES = [36, 32, 28, 25, 22]
/** The smallest letters. */
export const SMALLEST = 20
/** lines between two of them */
const GAP = 0.4

/** The whole drawing. */
export function picture(title: string, tone: string, body: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fcfbf8"/>
<rect width="24" height="${HEIGHT}" fill="${tone}"/>
<g fill="#1f1d1a" font-family="'DejaVu Sans',Verdana,sans-serif">
${body.join('\n')}
</g>
</svg>
`
}

/** A line across. */
export const rule = (y: number) => `<rect x="${LEFT}" y="${y}" width="${WIDTH - 2 * LEFT}" height="2" fill="#dcd7cc"/>`
