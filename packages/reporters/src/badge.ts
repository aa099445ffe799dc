import type { Report } from '@unwash/core/report/report'
import { escaped } from '@unwash/core/text/foreign'
import type { Names } from './names.ts'
import type { Look } from './page.ts'
import type { Reporter } from './reporter.ts'
import { verdictOf } from './sections/verdict.ts'
import { toneOf } from './tones.ts'
import { signersOf } from './words/signers.ts'

/** what stands on the left of a badge */
const SUBJECT = 'AI openness'

/** The words on the right of a badge: the verdict, and whose word it rests on. */
export function badgeWords(report: Report, names: Names): string {
  const signers = signersOf(report)
  return `${verdictOf(report, names).replaceAll(' *', '')}${signers === null ? '' : ` (${signers})`}`
}

/** average width of a character at 11 pixels, a little generous: nothing is measured here */
const CHARACTER = 6.6
const PADDING = 10
const HEIGHT = 20

/** free to use, restricted, and neither: each readable under white */
const FILLS: Partial<Record<Look, string>> = { good: '#1d6a3f', bad: '#a2231d' }

/** The verdict as a badge, an SVG picture: "AI openness: Weights Available AI, not open source". */
export const badge: Reporter = {
  id: 'badge',
  extension: 'svg',
  render(report, { names }) {
    const words = escaped(badgeWords(report, names))
    const left = widthOf(SUBJECT)
    const right = widthOf(words)
    const text = (at: number, say: string) => `<text x="${at}" y="14">${say}</text>`
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${SUBJECT}: ${words}">
<title>${SUBJECT}: ${words}</title>
<rect width="${left + right}" height="${HEIGHT}" rx="3" fill="#3d444d"/>
<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v${HEIGHT - 6}a3 3 0 0 1-3 3h-${right - 3}z" fill="${FILLS[toneOf(report.term.id)] ?? '#1f5f99'}"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
${text(left / 2, SUBJECT)}
${text(left + right / 2, words)}
</g>
</svg>
`
  },
}

const widthOf = (text: string) => Math.round(text.length * CHARACTER) + PADDING
