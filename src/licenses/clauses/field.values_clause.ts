import { worded } from '../clause.ts'

/** Vague limits of morality or state interest. */
export const fieldValuesClause = worded({
  id: 'field.values_clause',
  name: 'Values and national-interest clause',
  looksFor: 'A ban on use against national security, public interest, morals, ethics or the like.',
  falseFriends: '"Public order" in clauses on interpretation, ethics statements that bind nobody.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
