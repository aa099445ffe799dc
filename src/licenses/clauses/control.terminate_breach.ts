import { worded } from '../clause.ts'

/** The license ends when its terms are broken. */
export const controlTerminateBreach = worded({
  id: 'control.terminate_breach',
  name: 'Termination on breach',
  looksFor: 'The license ends, or may be ended, when its terms are broken.',
  falseFriends: 'Termination at will, and a breach of warranty in a disclaimer.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
})
