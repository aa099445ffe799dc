import { clauseOf, type ReadSaid } from '../clause.ts'

/** The licensor may change the terms for copies already received. */
export const controlAmend: ReadSaid = (said, passage, context) => {
  /* what comes after is looked at last: what rests on it must be read anew in each text */
  const clause = {
    ...clauseOf(said),
    against: ['use'] as const,
    parameters: { bindsCopies: said.has('binds copies') },
  }
  return context.after(passage, 2).some(next => said.has('option', next)) ? null : clause
}
