import type { Claim, Report } from '../../report.ts'
import { type Line, look, type Section } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

const CHECKS = { supported: 'good', contradicted: 'bad', undetermined: 'ask' } as const
const ORDER = { contradicted: 0, undetermined: 1, supported: 2 } as const
/** findings named under a claim, and further claims that rest on the same */
const BECAUSE_SHOWN = 2
const SAME_SHOWN = 3

/** The publisher's own words about this release, and whether they hold. */
export const claims: SectionOf = report => claimsIn(report)

/** Claims that are checked alike for the same reasons, together; the first of each tells them. */
export function groupedClaims(claims: Report['claims']): readonly (readonly [Claim, ...Claim[]])[] {
  const groups = new Map<string, [Claim, ...Claim[]]>()
  for (const claim of claims) {
    const key = `${claim.check} ${claim.kind} ${claim.because.join(' ')}`
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()]
}

/** The claims of a report or an announcement; null where there are none. */
export function claimsIn({ claims: all, findings }: Pick<Report, 'claims' | 'findings'>): Section | null {
  if (all.length === 0) return null
  const sorted = [...all].sort((one, other) => ORDER[one.check] - ORDER[other.check])
  const items = groupedClaims(sorted).map(([claim, ...same]): [Line, ...Line[]] => {
    const because = claim.because
      .flatMap(id => findings.find(finding => finding.id === id) ?? [])
      .slice(0, BECAUSE_SHOWN)
    return [
      [look(CHECKS[claim.check], claim.check), `: “${claim.says}” `, ...placesOf(claim.cited, 2)],
      ...same.slice(0, SAME_SHOWN).map((other): Line => [`“${other.says}” `, ...placesOf(other.cited, 1)]),
      ...(same.length > SAME_SHOWN ? [[look('faint', `and ${same.length - SAME_SHOWN} more like it`)]] : []),
      ...because.map((finding): Line => [finding.says, ' ', ...placesOf(finding.cited, 1)]),
      ...(claim.suggestion === null ? [] : [['would hold: ', look('strong', claim.suggestion)]]),
    ]
  })
  return { heading: 'Claims', blocks: [{ kind: 'list', items }] }
}
