import { worded } from '../clause.ts'

/** The licensor leaves outputs to the user. Never the last word: a limit on outputs may follow. */
export const outputNoClaim = worded({
  id: 'output.no_claim',
  name: 'Licensor claims no outputs',
  looksFor: 'The licensor claims no rights in outputs, or says that the user owns them.',
  falseFriends: 'A licensor that owns them, and ownership of the model itself.',
  against: [],
  reaches: ['outputs'],
  weighs: 'harmless',
})
