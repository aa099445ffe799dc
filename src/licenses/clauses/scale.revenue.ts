import type { ReadSaid } from '../clause.ts'
import { thresholdOf } from '../thresholds.ts'

/** amounts of money that a license measures by */
const LEAST = 1_000
/** the same where no currency is named */
const LEAST_BARE = 10_000

/** The license ends, or costs something, above a revenue or another amount of money. */
export const scaleRevenue: ReadSaid = thresholdOf(
  ({ currency, value }) => value >= (currency === undefined ? LEAST_BARE : LEAST),
)
