import { worded } from '../clause.ts'

/** The terms are accepted by a click. */
export const entryClickthrough = worded({
  id: 'entry.clickthrough',
  name: 'Click-through acceptance',
  looksFor: 'Acceptance of the terms by clicking or ticking a box.',
  falseFriends: 'Acceptance by use, which is normal, and a link that says "click here".',
  against: [],
  reaches: ['copies'],
  weighs: 'harmless',
})
