import { worded } from '../clause.ts'

/** Whoever runs the model must filter what goes in or comes out. */
export const controlFilterDuty = worded({
  id: 'control.filter_duty',
  name: 'Duty to run filters',
  looksFor: 'A duty to implement content filters, moderation or similar safeguards.',
  falseFriends: 'Advice to add safeguards, and how the training data was filtered.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
