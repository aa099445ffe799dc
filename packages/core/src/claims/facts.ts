import { fileName } from '../evidence/paths.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { License, Model, Report } from '../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../report/vocabulary.ts'
import { lettersOf } from '../text/letters.ts'

/** What claims about a release are checked against: the parts of its report. */
export type Facts = Pick<Report, 'term' | 'models' | 'components' | 'licenses' | 'evaluations' | 'uses'> & {
  readonly name: string
  /** of a model that was not looked at: what dated facts say is open */
  readonly open?: readonly ComponentId[]
  /** whether these stand on the card of its weights; a page of code tells of weights that lie elsewhere */
  readonly onCard?: boolean
  /** whether these are of some of the models of a release */
  readonly some?: boolean
}

/** How open the terms of a license are: what it is known as, or what its clauses make of it. */
type Openness = 'open' | 'asks' | 'restricted' | 'unknown'

/** Whether a license is open, by its class and the lists of approved and conformant ones. */
export function opennessOf(license: License, knowledge: Knowledge): Openness {
  const listed =
    isApproved(license, knowledge) || (license.id !== null && knowledge.licenses.get(license.id)?.conformant)
  switch (license.class) {
    case 'open-source':
      return 'open'
    case 'open-model':
      return listed ? 'open' : 'asks'
    case 'open-with-rider':
      return 'asks'
    case 'none':
    case 'unknown':
      return 'unknown'
    default:
      return 'restricted'
  }
}

/** Whether OSI approved this license. */
export function isApproved(license: License, knowledge: Knowledge): boolean {
  if (license.id === null || license.class !== 'open-source') return false
  return knowledge.licenses.get(license.id)?.osiApproved ?? knowledge.spdx.get(license.id)?.osiApproved ?? false
}

/** Whether a license is open by its name alone. */
export function isOpen(id: string, { licenses, spdx }: Knowledge): boolean {
  const known = licenses.get(id)
  return known ? known.class === 'open-source' || known.conformant : (spdx.get(id)?.osiApproved ?? false)
}

/** How a license is called. */
export const licenseName = (license: License): string => license.name ?? license.id ?? 'terms without a name'

/** The licenses that cover a component, or the group it belongs to. */
export function licensesOf(facts: Facts, id: ComponentId): readonly License[] {
  const groups = Object.entries(COMPONENT_GROUPS).flatMap(([group, members]) =>
    members.some(member => member === id) ? [group] : [],
  )
  return facts.licenses.filter(license => license.covers.some(scope => scope === id || groups.includes(scope)))
}

/** The licenses that the release itself puts all of its models under; of models under different ones none. */
export function ownLicensesOf(facts: Facts): readonly License[] {
  const [, ...more] = new Set(facts.models.map(({ licenses }) => licenses?.join()))
  return more.length > 0
    ? []
    : licensesOf(facts, 'weights').filter(({ cited }) => cited.some(place => !('fact' in place)))
}

/**
 * By which names a sentence can speak of a model, letters and digits alone: several models under one license are one
 * row.
 */
export const namesOfModel = ({ name }: Model): readonly string[] =>
  name.split(/, | and /).map(one => lettersOf(fileName(one)))
