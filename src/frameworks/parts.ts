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
export function weightsPart(model: ModelRights): GivenPart {
  return {
    what: 'the weights',
    readings: model.floor,
    unbound: model.reach === 'none' ? 'none' : 'unknown',
    cited: model.cited,
  }
}

/** A component, under the licenses concluded for it. */
export function componentPart(rights: ComponentRights): GivenPart {
  return {
    what: `the ${rights.found.id.replaceAll('-', ' ')}`,
    readings: rights.readings,
    unbound: rights.licensing.concluded === 'NONE' ? 'none' : 'unknown',
    cited: rights.cited,
  }
}

/** One of the components; null when the inventory has no such entry. */
export const componentOf = (subject: Subject, id: ComponentId): ComponentRights | null =>
  subject.case.components.find(({ found }) => found.id === id) ?? null

/** The code components that are in the release. */
export function codeInRelease(subject: Subject): readonly ComponentRights[] {
  const code: readonly ComponentId[] = COMPONENT_GROUPS.code
  return subject.case.components.filter(({ found }) => found.presence === 'released' && code.includes(found.id))
}

/** The documents in the release that tell about the model and its data. */
export function documentsInRelease(subject: Subject): readonly ComponentRights[] {
  const documents: readonly ComponentId[] = ['model-card', 'data-card', 'technical-report', 'research-paper']
  return subject.case.components.filter(({ found }) => found.presence === 'released' && documents.includes(found.id))
}
