import { clauseOf, worded } from '../clause.ts'

/** marks of the wordings, and which models they say the ban is on; the first counts */
const SCOPES = [
  ['compete', 'competing models'],
  ['large-language', 'large language models'],
  ['foundational-generative', 'foundational generative AI models'],
  ['foundation', 'foundation models'],
  ['generative', 'generative AI models'],
] as const

/** A ban on using the model or what it produces to train or improve another model. */
export const outputNoTrain = worded({
  id: 'output.no_train',
  name: 'Outputs or model may not train other models',
  looksFor: 'A forbidden use: to train, improve or distill another model with the model or its outputs.',
  falseFriends:
    'A permission with a duty ("if you use outputs to train a model, you shall include …"), and a ban on changing the model itself.',
  against: ['use', 'modify'],
  reaches: ['outputs', 'trained-on-outputs'],
  weighs: 'blocks',
  read(said) {
    const scope = SCOPES.find(([mark]) => said.has(mark))?.[1] ?? 'AI models'
    return { ...clauseOf(said), parameters: { scope } }
  },
})
