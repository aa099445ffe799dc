import { clauseOf, worded } from '../clause.ts'

/** The licensor may change the terms for copies already received. */
export const controlAmend = worded({
  id: 'control.amend',
  name: 'Licensor can change the license',
  looksFor: 'A right of the licensor to change this license, or a license said to be subject to updates.',
  falseFriends:
    'New versions of a license that one may ignore, changes that both sides must sign, and the date of a last change.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  read(said, passage, context) {
    /* what comes after is looked at last: what rests on it must be read anew in each text */
    const clause = {
      ...clauseOf(said),
      against: ['use'] as const,
      parameters: { bindsCopies: said.has('binds copies') },
    }
    return context.after(passage, 2).some(next => said.has('option', next)) ? null : clause
  },
})
