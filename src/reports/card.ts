import wrapAnsi from 'wrap-ansi'
import type { Report } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'
import type { Names } from './names.ts'
import { type Receipt, receiptsOf } from './receipt.ts'
import type { Reporter } from './reporter.ts'
import { alike, areMixed, inOneSentence, verdictOf } from './sections/verdict.ts'
import { toneOf } from './tones.ts'
import { standsOf } from './words/checks.ts'
import { calledName, capital } from './words/counts.ts'
import { escaped, langOf, plain } from './words/foreign.ts'
import { placeOf } from './words/places.ts'
import { citedWords } from './words/quoted.ts'

const WIDTH = 1200
const HEIGHT = 630
const LEFT = 72
/** of a revision, what tells it from every other */
const ENOUGH = 12
/** a column is about so much of a letter's height wide: nothing is measured here */
const COLUMN = 0.6
const INK = { good: '#1d6a3f', bad: '#a2231d', ask: '#805000', strong: '#5b5348' }

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

function setText({ words, x = LEFT, y, size, width = WIDTH - 2 * LEFT, most = 1, bold, fill }: Set): string {
  const columns = Math.floor(width / (size * (bold ? COLUMN * 1.1 : COLUMN)))
  const all = wrapAnsi(plain(words), columns, { hard: true }).split('\n')
  const shown = all
    .slice(0, most)
    .map((line, at) => (at === most - 1 && all.length > most ? `${line.slice(0, -1)}…` : line))
  const look = `font-size="${size}"${bold ? ' font-weight="bold"' : ''}${fill ? ` fill="${fill}"` : ''}`
  const lang = langOf(words) ? ` xml:lang="${langOf(words)}"` : ''
  const lines = shown.map((line, at) => {
    const down = Math.round(y + at * size * 1.35)
    return `<text x="${x}" y="${down}" ${look}${lang}>${escaped(line)}</text>`
  })
  return lines.join('\n')
}

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
  return setText({ words, y: 592, size: 24, fill: '#66605a' })
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
    const sentence = groups
      .slice(0, 2)
      .map(({ models: [model = '', ...more], uses }) => {
        const which = more.length > 0 ? `${model} and ${more.length} more` : model
        return `${groups.length > 1 ? `${which}: ` : ''}${inOneSentence(uses) ?? ''}`
      })
      .join(' ')
    const [receipt] = receiptsOf(report)
    return picture(`${plain(release.name)}: ${verdict}`, tone, [
      setText({ words: release.name, y: 118, size: 38 }),
      setText({ words: verdict, y: 206, size: verdict.length > 44 ? 44 : 56, bold: true, fill: tone, most: 2 }),
      setText({ words: sentence, y: verdict.length > 34 ? 318 : 270, size: 26, most: receipt ? 4 : 6 }),
      ...(receipt ? [setText({ words: saysOf(receipt), y: 466, size: 22, most: 3 })] : []),
      rule(548),
      footOf(report),
    ])
  },
}

/** "It says “open source” (README.md:3): contradicted. “You may not …” (LICENSE:12)" */
function saysOf({ claim, against: [found] }: Receipt): string {
  const [said] = claim.cited
  const met = found?.cited.find(one => 'quote' in one)
  const quote = met ? `“${citedWords(met) ?? ''}” (${placeOf(met)})` : (found?.says ?? '')
  return `It says “${claim.says}”${said ? ` (${placeOf(said)})` : ''}: ${standsOf(claim)}. ${quote}`
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
  const met = place && ('fact' in place ? place.fact : citedWords(place))
  const column = (x: number, head: string, words: string, at: string) => [
    setText({ words: head, x, y: 196, size: 24, bold: true, width: half, fill: '#66605a' }),
    setText({ words, x, y: 240, size: 26, width: half, most: 6 }),
    setText({ words: at, x, y: 456, size: 20, width: half, fill: '#66605a' }),
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
    ...column(
      right,
      'We read',
      met && place && !('fact' in place) ? `“${met}”` : (met ?? found?.says ?? ''),
      place ? placeOf(place) : '',
    ),
    setText({ words: below, y: 500, size: 22, most: 2 }),
    rule(556),
    footOf(report),
    ...(confirmed ? [setText({ words: `read by ${confirmed.by}`, x: 840, y: 592, size: 20, width: 288 })] : []),
  ])
}
