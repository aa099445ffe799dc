import { worded } from '../clause.ts'

/** Use or access needs a registration, an application or an approval. */
export const entryRegistration = worded({
  id: 'entry.registration',
  name: 'Registration or application',
  looksFor: 'A duty to register, apply or fill in a form before use, download or commercial use.',
  falseFriends: 'Registered trademarks, how to apply the license to one’s own work, and asking for support.',
  against: ['use'],
  reaches: ['copies'],
  weighs: 'blocks',
})
