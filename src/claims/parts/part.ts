import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ClaimPart, PART_STATES } from '../../report/claim-parts.ts'
import type { Claim, Term } from '../../report/report.ts'
import type { Findings } from '../../verdict/index.ts'
import type { SaidClaim } from '../claim.ts'
import type { Facts } from '../facts.ts'

/** What a claim is checked by. */
export interface Checking {
  readonly facts: Facts
  readonly knowledge: Knowledge
  readonly findings: Findings
}

/** Why words do not hold, by the keys of `suggest.because`, with the license it is about. */
interface Reason {
  readonly key: string
  readonly license?: string
}

/** How one thing stands that must be so for words to be true. */
export interface PartStanding {
  readonly state: (typeof PART_STATES)[number]
  /** finding ids */
  readonly because: readonly string[]
  /** of what is missing: why, and what is honest in its place, by the keys of `suggest.instead` */
  readonly reason?: Reason | undefined
  readonly instead?: string | null
  /** what does hold, where that is not the weights alone */
  readonly holds?: string
}

/** A part by its name, as it stands. */
export interface Part extends PartStanding {
  readonly part: ClaimPart
}

/** Looks at one part of a claim. */
export type Look = (said: SaidClaim, checking: Checking) => PartStanding

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
  readonly parts: readonly Part[]
  readonly reasons: readonly Reason[]
  /** of several models that are meant each, which may be under other terms than what is honest to say of all */
  readonly models?: readonly NamedModel[]
}

/** A model, by its name, with its term. */
export interface NamedModel {
  readonly name: string
  readonly term: Term
}

/** It stands, by these findings. */
export const met = (because: readonly string[]): PartStanding => ({ state: 'met', because })
/** Nobody can tell from what was seen; the findings say what was not. */
export const unknown = (because: readonly string[]): PartStanding => ({ state: 'unknown', because })
/** It is not there, by these findings; `instead` is what is honest to say, by the keys of `suggest.instead`. */
export const missing = (because: readonly string[], instead: string | null, reason?: Reason): PartStanding => ({
  state: 'missing',
  because,
  instead,
  ...(reason ? { reason } : {}),
})
