import type { Citation, Claim, Report } from '../../report.ts'
import { groupedClaims } from '../claims/groups.ts'
import type { Names } from '../names.ts'
import { look } from '../page.ts'
import { tally } from '../words/counts.ts'
import { clipped, placeIn, row, type ScreenPart } from './screen.ts'

/** contradicted ones told; with what would hold, the worst alone, that the screen stays one */
const SHOWN = 5
const WRITTEN = 2
/** columns of what each says, and of what would hold */
const SAYS = 60
const WRITE = 170
/** places of the same told beside the first */
const LINES = 3

/** How many claims hold; those that do not, the worst first, and what to write in their place. */
export function claimed({ claims }: Report, _names: Names): ScreenPart | null {
  if (claims.length === 0) return null
  const counts = tally(claims.map(({ check }) => check))
  const told = (['contradicted', 'undetermined', 'supported'] as const).flatMap(check =>
    counts.has(check) ? [`${counts.get(check)} ${check}`] : [],
  )
  const groups = groupedClaims(claims.filter(({ check }) => check === 'contradicted'))
  const rows = groups
    .slice(0, SHOWN)
    .flatMap(([claim, ...same], at) => [
      row(
        [`“${clipped(claim.says, SAYS)}”`, look('faint', alsoAt(claim.cited[0], same))],
        placeIn(claim.cited),
        look('bad', '✗'),
      ),
      ...(claim.suggestion === null || at >= WRITTEN
        ? []
        : [row(['Write: ', look('strong', clipped(claim.suggestion, WRITE))], [], ' ')]),
    ])
  const more = groups.length - SHOWN
  return {
    heading: [`Claims: ${told.join(', ')}`],
    rows: [
      ...rows,
      ...(more > 0 ? [row([look('faint', `and ${more} more reasons: --full`)], [], ' ')] : []),
      ...(groups.length > 0
        ? [row([look('faint', 'Unjust? A correction or a reply: '), look('code', 'docs/corrections.md')], [], ' ')]
        : []),
    ],
  }
}

/** The lines of what falls for the same reason: of the same file as numbers alone. */
function alsoAt(first: Citation | undefined, same: readonly Claim[]): string {
  const places = same.flatMap(({ cited: [cited] }) => (cited && 'quote' in cited ? [cited] : []))
  if (same.length === 0) return ''
  const path = first && 'path' in first ? first.path : null
  const here = [...new Set(places.filter(cited => cited.path === path).map(({ line }) => line))].slice(0, LINES)
  const more = same.length - here.length
  return ` and ${here.length > 0 ? `line${here.length > 1 ? 's' : ''} ${here.join(', ')}` : ''}${
    more > 0 ? `${here.length > 0 ? ', ' : ''}${more} more` : ''
  }`
}
