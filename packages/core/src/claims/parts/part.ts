import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ClaimPart, PART_STATES } from '../../report/claim-parts.ts'
import type { Claim, Component, Term } from '../../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../../report/vocabulary.ts'
import type { Findings } from '../../verdict/index.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, licenseName, licensesOf, opennessOf } from '../facts.ts'

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
export type LookedPart = (said: SaidClaim, checking: Checking) => PartStanding

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

/** Code of the release is open source if the license that covers it is. */
export const openCode: LookedPart = (_, checking) =>
  openPart(
    checking,
    COMPONENT_GROUPS.code.filter(id => id !== 'supporting-libraries'),
    'code',
    'source-available',
  )

/** Code of the release is given if any is here. */
export const releasedCode: LookedPart = (_, { facts, findings }) => {
  const parts = facts.components.filter(({ id }) => COMPONENT_GROUPS.code.some(one => one === id))
  const here = parts.find(({ presence }) => presence === 'released')
  const seen = here ?? parts.find(({ presence }) => presence === 'linked')
  const says = here ? 'Code is here' : seen ? 'The code is only linked; it was not looked at' : 'No code was seen here'
  const because = findings.add('claimed-code', says, [seen?.cited[0] ?? { looked: ['the release'] }], 'the code itself')
  return (here ? met : unknown)([because])
}

/** The same for the code that trained the model. */
export const openTrainingCode: LookedPart = (_, checking) =>
  openPart(checking, ['training-code'], 'training code', 'source-available')

/** Data of the release is open if it is here or linked and its license is open. */
export const openData: LookedPart = (said, checking) => {
  const found = openPart(checking, COMPONENT_GROUPS.data, 'data', 'restricted-license')
  const training = checking.facts.components.find(component => component.id === 'datasets')
  // where the training data is nowhere to be had, and nothing links to any, no data is open
  const nowhere = training?.presence === 'absent' || (training?.presence === 'described' && training.ladder === 'vague')
  const meant = said.says !== 'open-data' || (said.tongue.training?.test(said.sentence) ?? false)
  if (found.state !== 'unknown' || !meant || said.about.includes('data') !== (said.says === 'open-data')) return found
  if (!nowhere || !training) return found
  const because = checking.findings.add(
    'claimed-data',
    `The training data is ${training.presence}${training.ladder ? `, ${training.ladder}` : ''}`,
    [training.cited[0] ?? { looked: ['the release'] }, ...training.cited.slice(1)],
    'the data itself, or a link to where it can be had',
  )
  return missing([because], said.says === 'reproducible' ? 'partly-open' : 'undisclosed-data', { key: 'data' })
}

function openPart(
  { facts, findings, knowledge }: Checking,
  ids: readonly ComponentId[],
  what: 'code' | 'training code' | 'data',
  instead: string,
): PartStanding {
  const parts = facts.components.filter(component => ids.includes(component.id))
  const here = parts.filter(component => component.presence === 'released')
  const kind = what === 'data' ? 'claimed-data' : 'claimed-code'
  const add = (says: string, from: readonly Component[], wouldChange: string) =>
    findings.add(
      kind,
      says,
      [from[0]?.cited[0] ?? { looked: ['the release'] }, ...from.slice(1, 3).flatMap(part => part.cited.slice(0, 1))],
      wouldChange,
    )
  if (here.length === 0) {
    const seen = parts.filter(component => component.presence === 'linked')
    const says = seen.length > 0 ? `The ${what} is only linked; it was not looked at` : `No ${what} was seen here`
    return unknown([add(says, seen.length > 0 ? seen : parts, `the ${what}, with its license`)])
  }
  const licenses = [...new Set(here.flatMap(part => licensesOf(facts, part.id)))]
  if (licenses.length === 0)
    return unknown([
      add(`The ${what} is here, and no license was found that covers it`, here, `a license for the ${what}`),
    ])
  const says = `The ${what} is under ${licenses.map(licenseName).join(' and ')}`
  const because = [add(says, here, `other terms for the ${what}`)]
  // a text that nobody knows, and in which nothing was found, was not read
  const restricted = licenses.filter(
    license => opennessOf(license, knowledge) === 'restricted' && (license.id !== null || license.clauses.length > 0),
  )
  const [first] = restricted
  if (first && restricted.length === licenses.length) {
    const key = what === 'data' ? 'data-license' : 'code-license'
    return missing(because, instead, { key, license: licenseName(first) })
  }
  return licenses.every(license => opennessOf(license, knowledge) === 'open') ? met(because) : unknown(because)
}
