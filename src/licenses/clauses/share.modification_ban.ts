import { worded } from '../clause.ts'

/** Changing the work, or sharing a changed one, is forbidden. */
export const shareModificationBan = worded({
  id: 'share.modification_ban',
  name: 'No modification or no derivatives',
  looksFor: 'A ban on changing, fine-tuning or adapting the work, or on sharing what was adapted.',
  falseFriends: 'A ban on changing the license text or notices, and a ban "except as this license provides".',
  against: ['modify'],
  reaches: ['modified', 'adapter'],
  weighs: 'blocks',
})
