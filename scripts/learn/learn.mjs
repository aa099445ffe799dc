// Trains the second reader; the same examples come to the same bytes.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { known, readings } from './examples.mjs'
import { modality, SHARES } from './featurize.mjs'
import { KINDS, OUTPUTS } from './label.mjs'
import { pack } from './pack.mjs'
import { train } from './train.mjs'

const { encodeWeights } = await import('../../dist/licenses/second-reader/weights.js')

/** The weights that come of these examples. */
export function weightsOf(examples) {
  const thresholds = parse(readFileSync(new URL('../../knowledge/second-reader/thresholds.yml', import.meta.url), 'utf8'))
  const outputs = [...KINDS, 'takes']
  return pack(train(examples, OUTPUTS), {
    outputs,
    thresholds: outputs.map(output => thresholds[output] ?? thresholds.kinds),
    shares: SHARES,
    modality,
  })
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
