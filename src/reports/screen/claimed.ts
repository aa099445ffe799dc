import type { Citation, Claim } from '../../report.ts'
import { firstOf, lines, look, loose, type Row, row } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { CORRECTIONS } from '../sections/claims.ts'
import { checksOf, groupedClaims, standsOf } from '../words/checks.ts'
import { clipped } from '../words/clipped.ts'
import { placeIn } from '../words/places.ts'

/** contradicted ones told; with what would hold, the worst alone, that the screen stays one */
const SHOWN = 5
const WRITTEN = 2
/** columns of what each says, and of what would hold */
const SAYS = 60
const WRITE = 170
/** places of the same told beside the first */
const LINES = 3

/** How many claims hold; those that do not, the worst first, and what to write in their place. */
export const claimed: SectionOf = ({ claims }) => {
  if (claims.length === 0) return null
  const groups = groupedClaims(claims.filter(({ check }) => check === 'contradicted'))
  const rows = groups.map(([claim, ...same], at): readonly Row[] => [
    row(
      [`“${clipped(claim.says, SAYS)}”`, look('faint', alsoAt(claim.cited[0], same))],
      placeIn(claim.cited),
      standsOf(claim) === 'contradicted' ? look('bad', '✗') : look('ask', '~'),
    ),
    ...(claim.holds && at < WRITTEN ? [row([look('ask', `goes too far: ${clipped(claim.holds, WRITE)}`)])] : []),
    ...(claim.suggestion === null || at >= WRITTEN
      ? []
      : [row(['Write: ', look('strong', clipped(claim.suggestion, WRITE))])]),
  ])
  return {
    heading: `Claims: ${checksOf(claims)}`,
    blocks:
      groups.length > 0 ? [...firstOf(rows, SHOWN, 'reason', some => loose(some.flat())), lines(CORRECTIONS)] : [],
  }
}

/** The lines of what falls for the same reason: of the same file as numbers alone. */
function alsoAt(first: Citation | undefined, same: readonly Claim[]): string {
  const places = same.flatMap(({ cited: [cited] }) => (cited && 'quote' in cited ? [cited] : []))
  if (same.length === 0) return ''
  const path = first && 'path' in first ? first.path : null
  const here = [...new Set(places.filter(cited => cited.path === path).map(({ line }) => line))].slice(0, LINES)
  const more = same.length - here.length
  const told = here.length > 0 ? [`line${here.length > 1 ? 's' : ''} ${here.join(', ')}`] : []
  return ` and ${[...told, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`
}
