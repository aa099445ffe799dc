import { worded } from '../clause.ts'

/** The user must hold the licensor harmless from claims. */
export const indemnity = worded({
  id: 'indemnity',
  name: 'Indemnify the licensor',
  looksFor: 'A duty to indemnify, defend or hold harmless the licensor.',
  falseFriends: 'A promise that covers only warranties the user chooses to give.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
})
