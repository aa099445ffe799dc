import { worded } from '../clause.ts'
import { thresholdOf } from '../thresholds.ts'

/** fewer are a small team, which counts only where a wording names its body */
const FEW = 50

/** The license ends, shrinks or needs another above a number of users or visits. */
export const scaleUsers = worded({
  id: 'scale.users',
  name: 'User-scale threshold',
  looksFor:
    'A number of users or visits above which the license ends, shrinks, costs something or needs another license.',
  falseFriends: 'Numbers of users that bind nobody: download counts, telemetry, praise in a README.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  read: thresholdOf(
    ({ currency, value }, said) => currency === undefined && (value >= FEW || (value >= 2 && said.has('body'))),
  ),
})
