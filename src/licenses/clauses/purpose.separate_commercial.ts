import { worded } from '../clause.ts'

/** Commercial use, or use above a size, needs a license that one must ask for. */
export const purposeSeparateCommercial = worded({
  id: 'purpose.separate_commercial',
  name: 'Separate commercial license',
  looksFor:
    'A duty to request or agree another license, given at the licensor’s discretion, for commercial or other use.',
  falseFriends: 'Permission to use trademarks, consent of persons, third-party rights, an address for questions.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
