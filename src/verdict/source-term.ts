import type { Case, ComponentRights, ModelRights } from '../licensing/index.ts'
import type { TermId } from '../vocabulary.ts'
import type { Findings } from './findings.ts'

/** Rules 7 to 9, for weights under an open license: is the source there, the code and the data they were made with. */
export interface SourceTerm {
  readonly floor: TermId
  readonly ceiling: TermId
  readonly because: readonly string[]
  readonly review: readonly string[]
  readonly toMoveUp: readonly string[]
}

type Held = 'yes' | 'maybe' | 'no'

/** Judges deployment code, training code and training data over the whole lineage. */
export function judgeSource(judged: Case, model: ModelRights, findings: Findings): SourceTerm {
  const component = (id: ComponentRights['found']['id']) => judged.components.find(one => one.found.id === id)
  const because: string[] = []
  const toMoveUp: string[] = []

  const deployment = component('inference-code')
  const blocked = deployment && deployment.readings.length > 0 && deployment.readings.every(reading => reading.openness === 'restricted') && !judged.library
  if (blocked) {
    because.push(findings.add('deployment-code-restricted', `The code that runs the weights is under ${deployment.licensing.concluded}`, deployment.cited, 'deployment code under an open source license'))
    return { floor: 'weights-available-ai', ceiling: 'weights-available-ai', because, review: [], toMoveUp: ['Put the deployment code under a license that OSI approved'] }
  }

  const code = component('training-code')
  const heldCode = code ? holdsCode(code) : 'no'
  const data = component('datasets')
  const heldData = data ? holdsData(data) : 'no'
  const closedBase = judged.lineage.find(step => !baseIsOpen(judged, step.model))
  if (code && heldCode !== 'yes') {
    because.push(findings.add('training-code', heldCode === 'maybe' ? 'Training code is linked or partly there; it was not looked at as a whole' : 'No training code of this model was found', code.cited, 'the training code with the configuration of this model, under an open source license'))
    toMoveUp.push('Release the training code with the configuration of this model under a license that OSI approved')
  }
  if (data && heldData !== 'yes') {
    because.push(findings.add('training-data', saysOfData(data), data.cited, 'the training data under open terms, or for each source the reason why it cannot be shared, with data information'))
    toMoveUp.push('Release the training data under open terms; for each source that cannot be shared, say why and give data information in its place')
  }
  if (closedBase) {
    because.push(findings.add('base-source', `It starts from ${closedBase.model}, whose training code and data are not known to be open`, [closedBase.cited[0] ?? { path: 'README.md' }, ...closedBase.cited.slice(1)], 'a base whose training code and data are open'))
    toMoveUp.push(`Start from a base whose training code and data are open, in place of ${closedBase.model}`)
  }

  const floor: TermId = heldCode === 'yes' && heldData === 'yes' && !closedBase && model.reach === 'stated' ? 'open-source-ai' : 'open-weights-ai'
  const ceiling: TermId = heldCode === 'no' || heldData === 'no' || closedBase ? floor : 'open-source-ai-with-open-data'
  return { floor, ceiling, because, review: floor === ceiling ? [] : ['G7-T', 'G7-D1', 'OSAID-D8', 'OSAID-C8'], toMoveUp }
}

/** Code seen here under an open license holds; a link, a part, or code whose license is open to question may. */
function holdsCode({ found, readings }: ComponentRights): Held {
  if (found.presence === 'absent') return 'no'
  if (found.presence !== 'released') return found.presence === 'described' ? 'no' : 'maybe'
  if (readings.length === 0 || readings.some(reading => reading.openness === 'restricted')) return 'no'
  // a script is not a recipe: that what is here trained this very model is for a person to confirm
  return 'maybe'
}

/** Data seen here under open terms holds; data that a link or a list leads to may. */
function holdsData({ found, readings }: ComponentRights): Held {
  if (found.ladder === 'released') return found.presence === 'released' && readings.length > 0 && readings.every(reading => reading.openness === 'open') ? 'yes' : 'maybe'
  return found.ladder === 'obtainable' ? 'maybe' : 'no'
}

function saysOfData({ found }: ComponentRights): string {
  switch (found.ladder) {
    case 'released':
    case 'obtainable':
      return 'Training data is linked; the links were not followed, and the rights in it are not established'
    case 'listed':
      return 'Training data is named, without where to get it'
    case 'described':
      return 'Training data is described, not given'
    case 'vague':
      return 'Training data is described in general words only'
    default:
      return 'No training data was found'
  }
}

/** Whether a dated fact says that a base's training code and data are open. */
function baseIsOpen(judged: Case, model: string): boolean {
  return judged.knowledge.models.some(family => family.versions.some(version => version.name === model && version.openData === true))
}
