import type { Case } from '../../licensing/index.ts'
import type { Found } from '../found.ts'
import { NEEDS, type Need, type NeedId } from '../rebuild.ts'
import { baseModel } from './base-model.ts'
import { component } from './components.ts'
import { dependencies } from './dependencies.ts'
import { hardware, hardwareHours } from './hardware.ts'
import { logs } from './logs.ts'
import { seeds } from './seeds.ts'
import { configuration } from './settings.ts'
import { trainingCode } from './training-code.ts'

/** How each need is looked for; null where it is not needed. */
const SEEKERS = {
  'training-data': judged => component(judged, 'datasets', 'training data'),
  'data-preprocessing-code': judged => component(judged, 'data-preprocessing-code', 'code that prepares the data'),
  'base-model': baseModel,
  'model-architecture': judged => component(judged, 'model-architecture', 'code of the architecture'),
  'training-code': trainingCode,
  'training-configuration': configuration,
  seeds,
  dependencies,
  hardware,
  'hardware-hours': hardwareHours,
  'intermediate-checkpoints': judged => component(judged, 'intermediate-weights', 'intermediate checkpoints'),
  'training-logs': logs,
  'evaluation-code': judged => component(judged, 'evaluation-code', 'evaluation code'),
  'evaluation-data': judged => component(judged, 'evaluation-data', 'evaluation data'),
} as const satisfies Record<NeedId, (judged: Case) => Found | null>

/** The same place is cited once. */
function distinct(cited: Found['cited']): Need['cited'] {
  return [...new Map(cited.map(citation => [JSON.stringify(citation), citation])).values()]
}

/** Looks for everything that a rebuild needs. */
export function needsOf(judged: Case): readonly Need[] {
  return NEEDS.flatMap(id => {
    const found = SEEKERS[id](judged)
    return found ? [{ id, presence: found.presence, says: found.says, cited: distinct(found.cited) }] : []
  })
}
