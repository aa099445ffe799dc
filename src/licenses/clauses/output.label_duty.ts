import { worded } from '../clause.ts'

/** A duty to say or mark that content was made by a machine. */
export const outputLabelDuty = worded({
  id: 'output.label_duty',
  name: 'Duty to disclose or mark outputs',
  looksFor: 'A duty to label or watermark outputs as machine-made, or a ban on passing them off without saying so.',
  falseFriends: 'A request only ("we ask that you indicate …"), and a duty to mark changed files.',
  against: ['use'],
  reaches: ['outputs'],
  weighs: 'asks',
})
