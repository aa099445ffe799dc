import { worded } from '../clause.ts'

/** What the model produces is said to belong to the licensor. */
export const outputLicensorOwns = worded({
  id: 'output.licensor_owns',
  name: 'Licensor owns outputs',
  looksFor: 'Outputs are said to be the property of the licensor, or are assigned to it.',
  falseFriends: 'The licensor keeps its rights in the model, or the user owns the outputs.',
  against: ['use', 'share'],
  reaches: ['outputs'],
  weighs: 'blocks',
})
