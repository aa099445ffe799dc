import type { Citation } from '../../report.ts'
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
