import { worded } from '../clause.ts'

/** The grant is called revocable, or may be taken back without a breach. */
export const controlRevocable = worded({
  id: 'control.revocable',
  name: 'Revocable grant',
  looksFor: 'A grant called revocable, or a right of the licensor to revoke it.',
  falseFriends: '"Irrevocable", "non-revocable", "no contributor can revoke", and revocation for breach only.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
})
