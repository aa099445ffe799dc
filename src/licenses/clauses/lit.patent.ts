import { clauseOf, worded } from '../clause.ts'

/** Rights end for whoever starts patent litigation over the work. */
export const litPatent = worded({
  id: 'lit.patent',
  name: 'Patent retaliation',
  looksFor: 'Rights end for whoever starts patent litigation over the work.',
  falseFriends: 'Termination for claims over any intellectual property, and a patent grant alone.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
  read: said => ({
    ...clauseOf(said),
    parameters: { ends: said.has('all rights') ? 'all rights' : 'patent rights' },
  }),
})
