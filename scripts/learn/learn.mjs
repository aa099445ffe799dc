// Trains the second reader; the same examples come to the same bytes.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { known, readings } from './examples.mjs'
import { modality, SHARES } from './featurize.mjs'
import { KINDS, kinds, OUTPUTS, TAKES } from './label.mjs'
import { joined, pack } from './pack.mjs'
import { readProse } from './prose.mjs'
import { train } from './train.mjs'

const { encodeWeights } = await import('@unwash/core/licenses/second-reader/weights')

/** how many weights an answer may have: the question beside the kinds is asked of every sentence there is */
const MOST = 6_000
const MOST_TAKES = 250_000

/** The scores from which answers are given: `takes`, `kinds`, `sure`, `nothing` and those of `prose`. */
export const thresholds = () =>
  parse(readFileSync(new URL('../../knowledge/second-reader/thresholds.yml', import.meta.url), 'utf8'))

/** kinds that never lower a license are named only where that is sure: nobody needs to look at them */
const harmless = kinds.map(({ weighs }) => weighs === 'harmless')

/** The weights that come of these examples. */
export function weightsOf(examples) {
  const { takes, kinds: likely, sure, nothing, prose } = thresholds()
  const outputs = [...KINDS, 'takes']
  return pack(
    train(examples, OUTPUTS, output => (output === TAKES ? MOST_TAKES : MOST)),
    {
      outputs,
      thresholds: { takes, sure, nothing, prose, kinds: harmless.map(never => (never ? sure : likely)) },
      shares: SHARES,
      modality,
      surfaces: {},
    },
  )
}

export function learn() {
  const examples = [...known(), ...readings()]
  const weights = joined(weightsOf(examples), readProse())
  return {
    file: encodeWeights(weights),
    examples: examples.length,
    features: weights.ids.length,
    weights: weights.steps.length,
  }
}
