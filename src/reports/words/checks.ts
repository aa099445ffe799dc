import type { Claim } from '../../report.ts'
import type { Look } from '../page.ts'

/** How a claim stands, in the words of every surface; the worst first. */
export const STANDS = ['contradicted', 'goes too far', 'undetermined', 'supported'] as const
export type Stands = (typeof STANDS)[number]

/** A claim that is true of the weights and not of the system goes too far: it is told, and counted, apart. */
export const standsOf = ({ check, strength }: Pick<Claim, 'check' | 'strength'>): Stands =>
  check === 'contradicted' && strength === 'scope' ? 'goes too far' : check

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
