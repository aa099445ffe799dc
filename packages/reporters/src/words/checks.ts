import type { Claim } from '@unwash/core/report/report'
import type { Look } from '../page.ts'
import { tally } from './counts.ts'

/** How a claim stands, in the words of every surface; the worst first. */
export const STANDS = ['contradicted', 'goes too far', 'undetermined', 'supported'] as const
export type Stands = (typeof STANDS)[number]

/** A claim that is true of the weights and not of the system goes too far: it is told, and counted, apart. */
export const standsOf = ({ check, strength }: Pick<Claim, 'check' | 'strength'>): Stands =>
  check === 'contradicted' && strength === 'scope' ? 'goes too far' : check

/** How all claims of a release stand together: as the worst of them; none where there is none. */
export const STAND_TOGETHER = [...STANDS, 'none'] as const
export type StandTogether = (typeof STAND_TOGETHER)[number]
/** How several stand together. */
export const togetherOf = (stand: readonly string[]): StandTogether => STANDS.find(one => stand.includes(one)) ?? 'none'

/** The words for it, on every surface. */
export const STAND_LABELS = {
  contradicted: 'contradicted',
  'goes too far': 'goes too far',
  undetermined: 'could not be told',
  supported: 'holds',
  none: 'no claim found',
} as const satisfies Record<StandTogether, string>

/** How a claim stands, in words. */
export const standing = (claim: Pick<Claim, 'check' | 'strength'>) => STAND_LABELS[standsOf(claim)]

/** How each looks. */
export const STANDS_LOOK = {
  contradicted: 'bad',
  'goes too far': 'ask',
  undetermined: 'ask',
  supported: 'good',
} as const satisfies Record<Stands, Look>

/** Why claims fail a gate: "2 claims are contradicted, 1 goes too far"; null where none does. */
export function failingClaims(claims: readonly Pick<Claim, 'check' | 'strength'>[]): string | null {
  const number = (stands: Stands) => claims.filter(claim => standsOf(claim) === stands).length
  const [flat, scope] = [number('contradicted'), number('goes too far')]
  const told = [
    ...(flat > 0 ? [flat === 1 ? 'a claim is contradicted' : `${flat} claims are contradicted`] : []),
    ...(scope > 0 ? [scope === 1 ? 'a claim goes too far' : `${scope} claims go too far`] : []),
  ]
  return told.length === 0 ? null : told.join(', ')
}

/** Claims that stand or fall for one reason; the first tells them. */
export type ClaimGroup = readonly [Claim, ...Claim[]]

const CHECKS = ['contradicted', 'undetermined', 'supported'] as const
const STRENGTHS = ['flat', 'scope', 'vague', null]

/** Claims that are checked alike for the same findings, as one, with the lines of all; the worst first. */
export function groupedClaims(claims: readonly Claim[]): readonly ClaimGroup[] {
  const groups = new Map<string, [Claim, ...Claim[]]>()
  for (const claim of claims) {
    const key = [standsOf(claim), ...[...claim.because].sort()].join(' ')
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()].map(worstFirst).sort(([one, ...more], [other, ...others]) => {
    return worse(one, other) || others.length - more.length
  })
}

/** One that can be made true tells a reader more than one of the same weight that cannot. */
const worstFirst = ([first, ...same]: readonly [Claim, ...Claim[]]): ClaimGroup => {
  const [worst = first, ...rest] = [first, ...same].sort(
    (one, other) => worse(one, other) || Number(one.suggestion === null) - Number(other.suggestion === null),
  )
  return [worst, ...rest]
}

const worse = (one: Claim, other: Claim) =>
  CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check) ||
  STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength)

/** what several do, where it is not what one does */
const PLURAL: Partial<Record<Stands, string>> = { 'goes too far': 'go too far', supported: 'hold' }

/** How many claims hold: "2 contradicted, 1 goes too far, 1 holds". */
export function checksOf(claims: readonly Claim[]): string {
  const counts = tally(claims.map(standsOf))
  return STANDS.flatMap(one =>
    counts.has(one) ? [`${counts.get(one)} ${(counts.get(one) !== 1 && PLURAL[one]) || STAND_LABELS[one]}`] : [],
  ).join(', ')
}
