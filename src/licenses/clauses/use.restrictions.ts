import { worded } from '../clause.ts'

/** Named uses are forbidden: a list of them, or a reference to such a list. */
export const useRestrictions = worded({
  id: 'use.restrictions',
  name: 'Use-based restrictions',
  looksFor: 'A list of forbidden uses that binds the licensee, or a ban on uses listed in an attachment or policy.',
  falseFriends:
    'Disclaimers, trademark and endorsement clauses, out-of-scope uses of a model card, a plea to use the work responsibly, duties to obey the law alone.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
