import { worded } from '../clause.ts'

/** The licensor may restrict, disable or change copies that others run. */
export const controlRemote = worded({
  id: 'control.remote',
  name: 'Remote restriction right',
  looksFor: 'A right of the licensor to restrict, disable or update copies from afar.',
  falseFriends: 'Termination of the license on paper, and changes to a hosted service.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
