import type { Report } from '../../report.ts'
import { tally } from '../counts.ts'
import type { Names } from '../names.ts'
import { look } from '../page.ts'
import { groupedClaims } from '../sections/claims.ts'
import { clipped } from './clip.ts'
import { placeIn } from './place.ts'
import { row, type ScreenPart } from './screen.ts'

/** contradicted ones told, and columns of what each says and of what would hold */
const SHOWN = 2
const SAYS = 90
const WRITE = 170

/** How many claims hold; those that do not, and what to write in their place. */
export function claimed({ claims }: Report, _names: Names): ScreenPart | null {
  if (claims.length === 0) return null
  const counts = tally(claims.map(({ check }) => check))
  const told = (['contradicted', 'undetermined', 'supported'] as const).flatMap(check =>
    counts.has(check) ? [`${counts.get(check)} ${check}`] : [],
  )
  const groups = groupedClaims(claims.filter(({ check }) => check === 'contradicted'))
  const rows = groups
    .slice(0, SHOWN)
    .flatMap(([claim, ...same]) => [
      row(
        [
          `“${clipped(claim.says, SAYS)}”`,
          ...(same.length > 0 ? [look('faint', ` and ${same.length} more like it`)] : []),
        ],
        placeIn(claim.cited),
        look('bad', '✗'),
      ),
      ...(claim.suggestion === null
        ? []
        : [row(['Write: ', look('strong', clipped(claim.suggestion, WRITE))], [], ' ')]),
    ])
  return { heading: [`Claims: ${told.join(', ')}`], rows }
}
