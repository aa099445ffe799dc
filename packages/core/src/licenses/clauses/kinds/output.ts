import { clauseOf, type ReadSaid } from '../../clause.ts'

/** marks of the wordings, and which models they say the ban is on; the first counts */
const SCOPES = [
  ['compete', 'competing models'],
  ['large-language', 'LLMs'],
  ['foundational-generative', 'foundational generative AI models'],
  ['foundation', 'foundation models'],
  ['generative', 'generative AI models'],
] as const

/** A ban on using the model or what it produces to train or improve another model. */
export const outputNoTrain: ReadSaid = said => {
  const scope = SCOPES.find(([mark]) => said.has(mark))?.[1] ?? 'AI models'
  return { ...clauseOf(said), parameters: { scope, ...(said.has('own') && { except: 'its derivatives' }) } }
}

/** A duty to name the licensor's model in what was trained with it or with its outputs. */
export const outputTrainNaming: ReadSaid = said => ({ ...clauseOf(said), parameters: { outputs: said.has('outputs') } })
