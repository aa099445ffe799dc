import { worded } from '../clause.ts'
import { thresholdOf } from '../thresholds.ts'

/** amounts of money that a license measures by */
const LEAST = 1_000
/** the same where no currency is named */
const LEAST_BARE = 10_000

/** The license ends, or costs something, above a revenue or another amount of money. */
export const scaleRevenue = worded({
  id: 'scale.revenue',
  name: 'Revenue threshold',
  looksFor: 'An amount of revenue, funding or the like above which rights end, cost something or need another license.',
  falseFriends:
    'Liability caps, license fees without a threshold, "generate revenue" inside a definition of non-commercial.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  makes: 'revenue-capped',
  read: thresholdOf(({ currency, value }) => value >= (currency === undefined ? LEAST_BARE : LEAST)),
})
