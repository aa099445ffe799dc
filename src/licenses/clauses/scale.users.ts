import type { ReadSaid } from '../clause.ts'
import { thresholdOf } from '../thresholds.ts'

/** fewer are a small team, which counts only where a wording names its body */
const FEW = 50

/** The license ends, shrinks or needs another above a number of users or visits. */
export const scaleUsers: ReadSaid = thresholdOf(
  ({ currency, value }, said) => currency === undefined && (value >= FEW || (value >= 2 && said.has('body'))),
)
