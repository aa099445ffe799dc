import { clauseOf, type ReadSaid } from '../clause.ts'

/** A duty to name the licensor's model in what was trained with it or with its outputs. */
export const outputTrainNaming: ReadSaid = said => ({ ...clauseOf(said), parameters: { outputs: said.has('outputs') } })
