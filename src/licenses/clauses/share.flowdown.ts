import { worded } from '../clause.ts'

/** Whoever passes the model on must bind the next user to the same restrictions. */
export const shareFlowdown = worded({
  id: 'share.flowdown',
  name: 'Flow-down of use restrictions',
  looksFor: 'A duty to put the restrictions on use, or a policy, into agreements with those who get the model next.',
  falseFriends: 'A duty to give recipients a copy of the license, and copyleft.',
  against: ['share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
