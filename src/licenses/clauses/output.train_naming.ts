import { clauseOf, worded } from '../clause.ts'

/** A duty to name the licensor's model in what was trained with it or with its outputs. */
export const outputTrainNaming = worded({
  id: 'output.train_naming',
  name: 'Training allowed, the name follows',
  looksFor: 'Training other models is allowed on the condition that they carry a name or slogan.',
  falseFriends: 'A ban on such training, and a duty to name the model in a product that merely contains it.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter', 'trained-on-outputs'],
  weighs: 'asks',
  read: said => ({ ...clauseOf(said), parameters: { outputs: said.has('outputs') } }),
})
