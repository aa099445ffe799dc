import type { Report } from '../../report.ts'
import { type Line, look, type Section } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

const CHECKS = { supported: 'good', contradicted: 'bad', undetermined: 'ask' } as const
const ORDER = { contradicted: 0, undetermined: 1, supported: 2 } as const
/** findings named under a claim */
const BECAUSE_SHOWN = 2

/** The publisher's own words about this release, and whether they hold. */
export const claims: SectionOf = report => claimsIn(report)

/** The claims of a report or an announcement; null where there are none. */
export function claimsIn({ claims: all, findings }: Pick<Report, 'claims' | 'findings'>): Section | null {
  if (all.length === 0) return null
  const items = [...all]
    .sort((one, other) => ORDER[one.check] - ORDER[other.check])
    .map((claim): [Line, ...Line[]] => {
      const because = claim.because
        .flatMap(id => findings.find(finding => finding.id === id) ?? [])
        .slice(0, BECAUSE_SHOWN)
      return [
        [look(CHECKS[claim.check], claim.check), `: says “${claim.says}” `, ...placesOf(claim.cited, 2)],
        ...because.map((finding): Line => [finding.says, ' ', ...placesOf(finding.cited, 1)]),
        ...(claim.suggestion === null ? [] : [['would hold: ', look('strong', claim.suggestion)]]),
      ]
    })
  return { heading: 'Claims', blocks: [{ kind: 'list', items }] }
}
