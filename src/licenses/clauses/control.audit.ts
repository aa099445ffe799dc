import { worded } from '../clause.ts'

/** The licensor may inspect records or premises, or ask for proof of compliance. */
export const controlAudit = worded({
  id: 'control.audit',
  name: 'Audit right',
  looksFor: 'A right of the licensor to audit, or a duty to keep records for it or to prove compliance.',
  falseFriends: 'Audits of the model by its users, and the examination of source code.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
})
