import { readFile } from 'node:fs/promises'
import { ROOT } from '../../../knowledge/load.ts'
import type { Report } from '../../../report.ts'
import { calledName } from '../../../reports/called.ts'
import { groupedClaims } from '../../../reports/claims/groups.ts'
import { plain } from '../../../reports/foreign.ts'
import type { Names } from '../../../reports/names.ts'
import { placeOf } from '../../../reports/places.ts'
import { quoted } from '../../../reports/quoted.ts'
import { bindingOf, limitsSomething } from '../../../reports/sections/limits.ts'
import { releaseAddress } from '../../addresses.ts'
import { type Canvas, canvasOf, type Step } from './canvas.ts'
import { pngOf } from './png.ts'

/** what platforms show in full */
const WIDTH = 1200
const HEIGHT = 630
const LEFT = 80
const ROOM = WIDTH - 2 * LEFT

/** A letter: how far the next one stands from it, in thousandths of the size, and its outline. */
interface Glyph {
  readonly advance: number
  readonly path: readonly Step[]
}
type Glyphs = Readonly<Record<string, Glyph>>

let loaded: Promise<Glyphs> | undefined
const glyphs = () => {
  loaded ??= readFile(new URL('dist/data/glyphs.json', ROOT), 'utf8').then(text => JSON.parse(text) as Glyphs)
  return loaded
}

/** A preview picture of a release, as platforms show beside a link: its name, its term, and what binds. */
export async function cardOf(report: Report, names: Names): Promise<Buffer> {
  const letters = await glyphs()
  const canvas = canvasOf(WIDTH, HEIGHT)
  const { release, term, readAsOf } = report
  set(canvas, letters, plain(release.name), LEFT, 138, 40, 0.72)
  const title = names.term(term.id)
  const size = Math.min(112, (112 * ROOM) / widthOf(letters, title, 112))
  set(canvas, letters, title, LEFT, 300, size)
  for (const [at, line] of linesOf(report).entries()) set(canvas, letters, line, LEFT, 392 + at * 46, 32, 0.72)
  canvas.fill(RULE, LEFT, 540, 1, 0.2)
  set(canvas, letters, 'unwash', LEFT, 584, 30)
  const address = decodeURIComponent(releaseAddress(calledName(report), release.revision?.slice(0, ENOUGH) ?? null))
  set(canvas, letters, address, LEFT + widthOf(letters, 'unwash ', 30), 584, 26, 0.6, ADDRESS)
  const day = `as of ${readAsOf}`
  set(canvas, letters, day, WIDTH - LEFT - widthOf(letters, day, 26), 584, 26, 0.6)
  return pngOf(canvas.shades(), WIDTH, HEIGHT, PALETTE)
}

/** of a revision, what tells it from every other; columns of an address beside the day */
const ENOUGH = 12
const ADDRESS = 620
/** letters of a clause that fit a line */
const CLAUSE = 64

/** What restricts; where a claim is contradicted that claim and the clause it meets, each in its own words with its place. */
function linesOf(report: Report): readonly string[] {
  const { facets } = report.term
  const worst = groupedClaims(report.claims)[0]?.[0]
  if (worst?.check !== 'contradicted') return facets.slice(0, 3).map(plain)
  const clauses = bindingOf(report).flatMap(({ clauses }) => clauses.filter(limitsSomething))
  const clause = clauses.flatMap(({ cited }) => cited.flatMap(one => ('quote' in one ? [one] : [])))[0]
  const [said] = worst.cited
  return [
    ...facets.slice(0, clause ? 1 : 2).map(plain),
    `Says “${plain(worst.says)}” (${said ? plain(placeOf(said)) : 'its card'}): contradicted`,
    ...(clause ? [`“${quoted(clause.quote, CLAUSE)}” (${plain(placeOf(clause))})`] : []),
  ]
}

const RULE: readonly Step[] = [['M', 0, 0], ['L', ROOM, 0], ['L', ROOM, 2], ['L', 0, 2], ['Z']]

/** A line of words from a point of its base line; what does not fit is cut. */
function set(
  canvas: Canvas,
  letters: Glyphs,
  words: string,
  x: number,
  y: number,
  size: number,
  shade = 1,
  room = ROOM,
): void {
  let at = x
  for (const { advance, path } of glyphsOf(letters, fitting(letters, words, size, room))) {
    canvas.fill(path, at, y, size / 1000, shade)
    at += (advance * size) / 1000
  }
}

function fitting(letters: Glyphs, words: string, size: number, room: number): string {
  if (widthOf(letters, words, size) <= room + 1) return words
  let cut = words.slice(0, 200)
  while (cut.length > 1 && widthOf(letters, `${cut}…`, size) > room) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

/** letters that the font lacks stand as a question mark: the page itself has them all */
const glyphsOf = (letters: Glyphs, words: string): readonly Glyph[] =>
  [...words].flatMap(letter => letters[letter] ?? letters['?'] ?? [])

const widthOf = (letters: Glyphs, words: string, size: number) =>
  glyphsOf(letters, words).reduce((all, { advance }) => all + (advance * size) / 1000, 0)

/** from the color of the paper to that of the ink */
const PALETTE = Uint8Array.from(
  Array.from({ length: 256 }, (_, shade) =>
    [
      [252, 31],
      [251, 29],
      [248, 26],
    ].map(([paper = 0, ink = 0]) => Math.round(paper + ((ink - paper) * shade) / 255)),
  ).flat(),
)
