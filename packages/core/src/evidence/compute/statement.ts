import type { Citation } from '../../report/report.ts'
import type { Hear } from '../signs.ts'
import { inFewWords, type Quantity } from './quantities.ts'
import type { Unit } from './units.ts'

/** What a document, a configuration or a file says of a model's size or of its training. */
export interface ComputeStatement {
  readonly unit: Exclude<Unit, 'rate'>
  readonly low: number
  readonly high: number
  /** of a row of a table: the model it is about */
  readonly model: string | null
  /** sizes of the models it speaks of, in parameters; empty when it names none */
  readonly sizes: readonly number[]
  /** the first training from scratch, a later one (fine-tuning, preferences), or not said */
  readonly stage: 'first' | 'later' | 'unsaid'
  /** it says of a part of the training only that it was this much ("stage 1") */
  readonly partial: boolean
  /** ids of hardware named with it */
  readonly hardware: readonly string[]
  readonly cited: Citation
}

/** A figure that cannot be what it is said to be; it was not used. */
export interface ComputeOddity {
  readonly says: string
  readonly cited: Citation
}

/** Everything a release's documents say of its compute. */
export interface ComputeWords {
  readonly statements: readonly ComputeStatement[]
  readonly oddities: readonly ComputeOddity[]
  /** words or names that make it a mixture of experts, of which only some parameters work on each token */
  readonly mixture: Citation | null
}

/** More than there can be: all text ever written is some 1e15 tokens, the largest model some 1e13 parameters. */
const MOST_BELIEVED = {
  tokens: 1e15,
  parameters: 1e14,
  'active-parameters': 1e14,
  hours: 1e10,
  flop: 1e30,
} as const satisfies Record<Exclude<Unit, 'rate'>, number>

const UNIT_NAMES = {
  parameters: 'parameters',
  'active-parameters': 'active parameters',
  tokens: 'tokens',
  hours: 'hardware hours',
  flop: 'operations (FLOP)',
  rate: 'operations per second (FLOP/s)',
} as const satisfies Record<Unit, string>

/** Why a figure cannot be what its unit says, in a sentence; null when it can. */
export function oddityOf(
  unit: Unit,
  quantity: Quantity,
  before: string,
  column: Unit | null,
  hear: Hear,
): string | null {
  const near = hear(before.slice(-80))
  const says = `${inFewWords(quantity.high)} ${UNIT_NAMES[unit]}`
  if (column !== null && column !== unit && !related(column, unit))
    return `A column of ${UNIT_NAMES[column]} gives ${says}: the unit does not fit, and the figure was not used.`
  if (unit === 'flop' && near.says('compute.data-follows'))
    return `An amount of data is given as ${says}: the unit does not fit, and the figure was not used.`
  if (unit === 'rate' && near.says('compute.compute-follows'))
    return `The compute of the training is given as ${says}, which is a speed and no amount; the figure was not used.`
  if (unit === 'tokens' && near.says('compute.compute-follows') && /compute/i.test(near.text))
    return `The compute of the training is given as ${says}: the unit does not fit, and the figure was not used.`
  if (unit !== 'rate' && quantity.high > MOST_BELIEVED[unit])
    return `${says} are stated, which is more than there can be: the unit may be another, and the figure was not used.`
  return null
}

const related = (one: Unit, other: Unit) => one.endsWith('parameters') && other.endsWith('parameters')
