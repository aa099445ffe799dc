import { worded } from '../clause.ts'

/** A use policy that the licensor may change alone. */
export const usePolicyChangeable = worded({
  id: 'use.policy_changeable',
  name: 'Use policy may change',
  looksFor: 'A right of the licensor to change a use policy that binds the licensee.',
  falseFriends: 'New versions of a license that one may but need not take.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
