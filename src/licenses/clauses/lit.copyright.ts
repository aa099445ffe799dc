import { clauseOf, worded } from '../clause.ts'

/** Rights end for whoever starts copyright litigation. */
export const litCopyright = worded({
  id: 'lit.copyright',
  name: 'Copyright-litigation termination',
  looksFor: 'Rights end for whoever starts copyright litigation, for instance over training data.',
  falseFriends: 'Patent retaliation, and damages for infringing the copyright in the work.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  read: said => ({
    ...clauseOf(said),
    parameters: { against: said.has('anyone') ? 'anyone' : 'licensor only' },
  }),
})
