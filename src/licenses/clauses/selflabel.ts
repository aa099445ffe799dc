import { worded } from '../clause.ts'

/** A legal text calls itself, or the work it covers, open or permissive. */
export const selflabel = worded({
  id: 'selflabel',
  name: 'Self-label',
  looksFor: 'Words with which a legal text calls itself or its work open source, open, permissive or free.',
  falseFriends:
    'What others make ("third-party open source software"), what a text was inspired by, terms that are defined, negations.',
  against: [],
  reaches: [],
  weighs: 'harmless',
})
