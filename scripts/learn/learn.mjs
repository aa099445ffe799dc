// Trains the second reader; the same examples come to the same bytes.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { known, readings } from './examples.mjs'
import { modality, SHARES } from './featurize.mjs'
import { KINDS, OUTPUTS, TAKES } from './label.mjs'
import { pack } from './pack.mjs'
import { train } from './train.mjs'

const { encodeWeights } = await import('../../dist/licenses/second-reader/weights.js')

/** how many weights an answer may have: the question beside the kinds is asked of every sentence there is */
const MOST = 6_000
const MOST_TAKES = 40_000

/** From which score on an answer is given: of a kind by its id, else `kinds`, and `takes`. */
export const thresholds = () =>
  parse(readFileSync(new URL('../../knowledge/second-reader/thresholds.yml', import.meta.url), 'utf8'))

/** The weights that come of these examples. */
export function weightsOf(examples) {
  const from = thresholds()
  const outputs = [...KINDS, 'takes']
  return pack(
    train(examples, OUTPUTS, output => (output === TAKES ? MOST_TAKES : MOST)),
    {
      outputs,
      thresholds: outputs.map(output => from[output] ?? from.kinds),
      shares: SHARES,
      modality,
    },
  )
}

export function learn() {
  const examples = [...known(), ...readings()]
  const weights = weightsOf(examples)
  return {
    file: encodeWeights(weights),
    examples: examples.length,
    features: weights.ids.length,
    weights: weights.steps.length,
  }
}
