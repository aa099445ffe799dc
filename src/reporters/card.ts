import type { Citation, Report } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'
import { escaped, langOf, plain } from '../text/foreign.ts'
import { capital } from '../text/phrase.ts'
import type { Names } from './names.ts'
import { type Receipt, receiptsOf } from './receipt.ts'
import type { Reporter } from './reporter.ts'
import { alike, areMixed, partsOf, verdictOf } from './sections/verdict.ts'
import { signOf, toneOf } from './tones.ts'
import { standing, standsOf } from './words/checks.ts'
import { rowsOf } from './words/clipped.ts'
import { calledName } from './words/counts.ts'
import { placeOf } from './words/places.ts'
import { citedWords } from './words/quoted.ts'

const WIDTH = 1200
const HEIGHT = 630
const LEFT = 72
/** of a revision, what tells it from every other */
const ENOUGH = 12
/** a column is about so much of a letter's height wide: nothing is measured here */
const COLUMN = 0.57
const INK = { good: '#1d6a3f', bad: '#a2231d', ask: '#805000', strong: '#5b5348', faint: '#66605a' }

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

function wrapped({ words, size, width = WIDTH - 2 * LEFT, bold }: Pick<Set, 'words' | 'size' | 'width' | 'bold'>) {
  const text = plain(words).trim()
  const columns = Math.floor(width / (size * (bold ? COLUMN * 1.1 : COLUMN)))
  return rowsOf(text, columns).map(({ from, to }) => text.slice(from, to))
}

function setText({ x = LEFT, y, most = 1, fill, ...set }: Set): string {
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

/** One under the other in a room, as large as all of them fit in; what does not fit at the smallest is cut. */
function stacked(
  all: readonly Pick<Set, 'words' | 'fill'>[],
  from: number,
  to: number,
  x = LEFT,
  width = WIDTH - LEFT - x,
) {
  const heightOf = (size: number) =>
    all.reduce((sum, { words }) => sum + (wrapped({ words, size, width }).length + GAP) * size * LEADING, 0)
  const size = SIZES.find(size => heightOf(size) <= to - from) ?? SMALLEST
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
const SMALLEST = 20
/** lines between two of them */
const GAP = 0.4

function picture(title: string, tone: string, body: readonly string[]): string {
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

const rule = (y: number) => `<rect x="${LEFT}" y="${y}" width="${WIDTH - 2 * LEFT}" height="2" fill="#dcd7cc"/>`

function footOf(report: Report): string {
  const { revision } = report.release
  const pinned = revision === null ? '' : `@${revision.slice(0, ENOUGH)}`
  const words = `unwash · ${plain(calledName(report))}${pinned} · read ${report.readAsOf}`
  return setText({ words, y: 592, size: 24, fill: INK.faint })
}

const toneFor = (term: TermId) => INK[toneOf(term) === 'good' ? 'good' : toneOf(term) === 'bad' ? 'bad' : 'strong']

/**
 * A picture to share (SVG, 1200 × 630): the release and its revision, its verdict, what may be done with it, and a claim
 * that does not hold beside what it meets.
 */
export const card: Reporter = {
  id: 'card',
  extension: 'card.svg',
  render(report, { names }) {
    const { release, term } = report
    const verdict = verdictOf(report, names)
    const tone = areMixed(report.models) ? INK.ask : toneFor(term.id)
    const groups = alike(report)
    const [receipt] = receiptsOf(report)
    const below = receipt ? saysOf(receipt) : decisiveIn(report)
    const told = groups.slice(0, MODELS).flatMap(({ models: [model = '', ...more], uses }) => {
      const which = groups.length === 1 ? '' : `${more.length > 0 ? `${model} and ${more.length} more` : model}: `
      // in the order in which everybody asks
      const parts = partsOf(uses).toSorted((one, other) => one.first - other.first)
      return parts.map(({ answer, says }) => ({
        words: `${signOf(answer).text} ${which}${says}`,
        fill: INK[signOf(answer).look],
      }))
    })
    const heightAt = (size: number) => wrapped({ words: verdict, size, bold: true }).length
    const size = [56, 50, 44].find(size => heightAt(size) === 1) ?? 40
    const under = heightAt(size) > 1 ? 256 : 200
    return picture(`${plain(release.name)}: ${verdict}`, tone, [
      setText({ words: release.name, y: 96, size: 40 }),
      setText({ words: verdict, y: 172, size, bold: true, fill: tone, most: 2 }),
      ...stacked(told, under, below ? 444 : 530),
      ...(below ? stacked([{ words: below }], 452, 540) : []),
      rule(548),
      footOf(report),
    ])
  },
}

/** models that are told apart */
const MODELS = 2

/** "It says “open source” (README.md:3): contradicted. “You may not …” (LICENSE:12)" */
function saysOf({ claim, against: [found] }: Receipt): string {
  const [said] = claim.cited
  const quote = (found && clauseIn(found.cited)) ?? found?.says ?? ''
  return `It says “${claim.says}”${said ? ` (${placeOf(said)})` : ''}: ${standing(claim)}. ${quote}`
}

/** The clause that takes most, in its words. */
function decisiveIn({ uses = [] }: Report): string | null {
  const use = uses.find(({ answer }) => answer === 'no') ?? uses.find(({ answer }) => answer === 'if')
  return use ? clauseIn(use.cited) : null
}

/** "“You may not …” (LICENSE:12)"; null of what is known in part alone. */
function clauseIn(cited: readonly Citation[]): string | null {
  const met = cited.find(one => 'quote' in one || ('fact' in one && one.text?.whole))
  const words = met && citedWords(met)
  return met && words ? `“${words}” (${placeOf(met)})` : null
}

/** A picture of a claim that does not hold: what is said, what was read, and what would hold. */
export function receiptPicture(report: Report, { claim, against, confirmed }: Receipt, names: Names): string {
  const stands = standsOf(claim)
  const tone = stands === 'contradicted' ? INK.bad : INK.ask
  const [said] = claim.cited
  const [found] = against
  const place = found?.cited.find(one => 'quote' in one || 'fact' in one) ?? found?.cited[0]
  const half = (WIDTH - 2 * LEFT - 48) / 2
  const right = LEFT + half + 48
  const sentence = (said && citedWords(said)) ?? claim.says
  const met = place && citedWords(place)
  const column = (x: number, head: string, words: string, at: string) => [
    setText({ words: head, x, y: 196, size: 24, bold: true, width: half, fill: INK.faint }),
    ...stacked([{ words }], 214, 432, x, half),
    setText({ words: at, x, y: 456, size: 20, width: half, fill: INK.faint }),
  ]
  const below = claim.holds
    ? `What holds: ${claim.holds}`
    : claim.suggestion
      ? `Would hold: ${claim.suggestion}`
      : verdictOf(report, names)
  return picture(`${plain(report.release.name)}: ${stands}`, tone, [
    setText({ words: report.release.name, y: 84, size: 30 }),
    setText({ words: `${capital(stands)}: “${claim.says}”`, y: 142, size: 42, bold: true, fill: tone }),
    ...column(LEFT, 'They say', `“${sentence}”`, said ? placeOf(said) : ''),
    ...column(right, 'We read', met ? `“${met}”` : (found?.says ?? ''), place ? placeOf(place) : ''),
    setText({ words: below, y: 500, size: 22, most: 2 }),
    rule(556),
    footOf(report),
    ...(confirmed ? [setText({ words: `read by ${confirmed.by}`, x: 840, y: 592, size: 20, width: 288 })] : []),
  ])
}
