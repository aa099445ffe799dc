import { clauseOf, worded } from '../clause.ts'

/** Rights end for whoever claims any intellectual property, not only patents. */
export const litAnyIp = worded({
  id: 'lit.any_ip',
  name: 'Broad litigation termination',
  looksFor: 'The license ends for whoever sues over any intellectual property in the model or its outputs.',
  falseFriends: 'Patent retaliation, and the licensor’s own right to sue.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  read: said => ({
    ...clauseOf(said),
    parameters: { against: said.has('anyone') ? 'anyone' : 'licensor only' },
  }),
})
