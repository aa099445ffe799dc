import { worded } from '../clause.ts'

/** Limits of the license that bind what is made with the model. */
export const outputRestricted = worded({
  id: 'output.restricted',
  name: 'Use limits extend to outputs',
  looksFor: 'Outputs are named among the things whose use is forbidden or bound to the terms.',
  falseFriends:
    'A ban on training with outputs, a duty to obey the law, and a disclaimer that outputs come as they are.',
  against: ['use'],
  reaches: ['outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
