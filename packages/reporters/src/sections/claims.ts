import type { Claim, Finding, Report } from '@unwash/core/report/report'
import { type Line, lines, look, type Section } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { groupedClaims, STANDS_LOOK, standing, standsOf } from '../words/checks.ts'
import { count } from '../words/counts.ts'
import { placesOf } from '../words/places.ts'

/** findings named under a claim */
const BECAUSE_SHOWN = 2

/** The publisher's own words about this release, and whether they hold. */
export const claims: SectionOf = report => claimsIn(report)

/** The claims of a report or an announcement; null where there are none. */
export function claimsIn({ claims: all, findings }: Pick<Report, 'claims' | 'findings'>): Section | null {
  if (all.length === 0) return null
  const items = groupedClaims(all).map(([claim, ...same]): [Line, ...Line[]] => {
    const others = same.flatMap(other => other.cited.slice(0, 1))
    return [
      [look(STANDS_LOOK[standsOf(claim)], standing(claim)), `: “${claim.says}” `, ...placesOf(claim.cited, 2)],
      ...(others.length > 0
        ? [[`and ${count(others.length, 'claim')} more for the same reason: `, ...placesOf(others, others.length)]]
        : []),
      ...reasonsOf(claim, findings),
      ...[claim, ...same].flatMap(({ replies = [] }) => replies).map(replied),
    ]
  })
  return {
    heading: 'Claims',
    blocks: [
      { kind: 'list', items },
      ...(all.some(({ check }) => check === 'contradicted') ? [lines(CORRECTIONS)] : []),
    ],
  }
}

/** Why a claim stands or falls, and what would hold; `more` is told behind each finding. */
export function reasonsOf(
  claim: Claim,
  findings: readonly Finding[],
  more: (finding: Finding) => readonly Line[] = () => [],
): readonly Line[] {
  const because = claim.because.flatMap(id => findings.find(finding => finding.id === id) ?? []).slice(0, BECAUSE_SHOWN)
  return [
    ...(claim.holds ? [[look('good', 'what holds: '), claim.holds] satisfies Line] : []),
    ...because.flatMap((finding): Line[] => [[finding.says, ' ', ...placesOf(finding.cited, 1)], ...more(finding)]),
    ...(claim.suggestion === null ? [] : [['would hold: ', look('strong', claim.suggestion)]]),
    ...(claim.check === 'contradicted' ? (claim.wouldChange ?? []) : []).map(
      (what): Line => [look('faint', 'would change it: '), what],
    ),
  ]
}

const replied = ({ says, date, outcome }: NonNullable<Claim['replies']>[number]): Line => [
  `${date}, ${outcome}: ${says}`,
]

/** Where whoever is contradicted can answer. */
export const CORRECTIONS: Line = [
  look('faint', 'Unjust? How to reply, or to ask for a correction: '),
  look('code', 'docs/corrections.md'),
]
