import { worded } from '../clause.ts'

/** The text speaks for the weights only. */
export const dataExcluded = worded({
  id: 'data.excluded',
  name: 'Data or source not licensed',
  looksFor: 'A statement that training data or source code are not licensed by this text.',
  falseFriends: 'Software or data excluded from a warranty, and personal data.',
  against: [],
  reaches: [],
  weighs: 'harmless',
})
