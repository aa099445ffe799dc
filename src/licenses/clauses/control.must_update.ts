import { worded } from '../clause.ts'

/** Users must move to newer versions. */
export const controlMustUpdate = worded({
  id: 'control.must_update',
  name: 'Must use the latest version',
  looksFor: 'A duty to use or move to the latest version of the model.',
  falseFriends: 'An option ("or any later version"), advice, and the latest version of a document.',
  against: ['use', 'modify'],
  reaches: ['copies'],
  weighs: 'blocks',
})
