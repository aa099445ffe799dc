import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Claim } from '../../report.ts'
import type { Findings } from '../../verdict/index.ts'
import type { SaidClaim } from '../claim.ts'
import type { Facts } from '../facts.ts'

/** Whether words hold, and what would be said in their place. */
export interface Checked {
  readonly check: Claim['check']
  readonly strength: Claim['strength']
  /** finding ids */
  readonly because: readonly string[]
  /** what is honest, by the keys of `suggest.instead`; null where nothing need be said otherwise */
  readonly instead: string | null
  /** of what goes too far, what does hold */
  readonly holds?: string
  /** the reasons, by the keys of `suggest.because`, with the license they are about */
  readonly reasons: readonly { readonly key: string; readonly license?: string }[]
}

/** What a check looks at. */
export interface Checking {
  readonly facts: Facts
  readonly knowledge: Knowledge
  readonly findings: Findings
}

/** How one kind of claim is checked. */
export type Check = (said: SaidClaim, checking: Checking) => Checked

/** Nothing is wrong with it. */
export const supported = (because: readonly string[]): Checked => ({
  check: 'supported',
  strength: null,
  because,
  instead: null,
  reasons: [],
})

/** It cannot be told; `strength` says how far it could be. */
export const undetermined = (because: readonly string[], strength: Claim['strength'] = 'scope'): Checked => ({
  check: 'undetermined',
  strength,
  because,
  instead: null,
  reasons: [],
})
