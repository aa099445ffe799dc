import { worded } from '../clause.ts'

/** Changed versions must carry this license. */
export const shareSameLicense = worded({
  id: 'share.same_license',
  name: 'Derivatives stay under the same license',
  looksFor: 'A duty to keep changed versions under this license or the same terms.',
  falseFriends: 'A permission to license changes under this license, and a duty to hand on a copy of it.',
  against: [],
  reaches: ['modified', 'adapter'],
  weighs: 'harmless',
})
