import { worded } from '../clause.ts'

/** Use in production is barred. */
export const purposeNoProduction = worded({
  id: 'purpose.no_production',
  name: 'No production use',
  looksFor: 'A ban on production use, or a grant for non-production use only.',
  falseFriends: 'Advice ("not recommended for production"), production of goods.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
