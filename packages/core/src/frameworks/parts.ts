import type { LicenseReading } from '../licenses/reading.ts'
import type { Cited } from '../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../report/vocabulary.ts'
import type { ComponentRights, ModelRights } from '../terms/rights.ts'
import type { Subject } from './framework.ts'

/** Something that is given, and the licenses that bind it. */
export interface GivenPart {
  /** as it stands in a sentence: "the weights" */
  readonly what: string
  readonly readings: readonly LicenseReading[]
  /** of a part that no license binds: nobody gives one, or nobody could look */
  readonly unbound: 'none' | 'unknown'
  readonly cited: Cited
}

/** The weights of a model, under the more restrictive reading of everything that binds them. */
export const weightsPart = ({ floor, reach, cited }: ModelRights): GivenPart => ({
  what: 'the weights',
  readings: floor,
  unbound: reach === 'none' ? 'none' : 'unknown',
  cited,
})

/** A component, under the licenses concluded for it. */
export const componentPart = ({ found, readings, licensing, cited }: ComponentRights): GivenPart => ({
  what: `the ${found.id.replaceAll('-', ' ')}`,
  readings,
  unbound: licensing.concluded === 'NONE' ? 'none' : 'unknown',
  cited,
})

/** One of the components; null when the inventory has no such entry. */
export const componentOf = (subject: Subject, id: ComponentId): ComponentRights | null =>
  subject.case.components.find(({ found }) => found.id === id) ?? null

const inRelease = ({ case: { components } }: Subject, ids: readonly ComponentId[]): readonly ComponentRights[] =>
  components.filter(({ found }) => found.presence === 'released' && ids.includes(found.id))

/** The code components that are in the release. */
export const codeInRelease = (subject: Subject) => inRelease(subject, COMPONENT_GROUPS.code)

/** The documents in the release that tell about the model and its data. */
export const documentsInRelease = (subject: Subject) =>
  inRelease(subject, ['model-card', 'data-card', 'technical-report', 'research-paper'])
