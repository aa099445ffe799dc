// Everything that the second reader learns from, as features and labels.
import { readFileSync } from 'node:fs'
import { approvedExamples } from './approved.mjs'
import { featurize, probe, valuesOf } from './featurize.mjs'
import { KINDS, labelled, labelsOf, OUTPUTS, TAKES } from './label.mjs'
import { ownExamples } from './own.mjs'
import { decodeReadings, encodeReadings } from './readings.mjs'
import { sharedExamples } from './shared.mjs'

const FILE = new URL('../../knowledge/second-reader/readings.bin', import.meta.url)
const nameOf = output => (output === TAKES ? 'takes' : KINDS[output])

/** The examples of the repository and of the SPDX texts. */
export const known = () => [...ownExamples(), ...approvedExamples()].map(labelled)

/** The labelled sentences of others, from the file of their features. A kind that is no more is left out. */
export function readings() {
  return decodeReadings(readFileSync(FILE), probe()).map(({ groups, labels }) => ({
    ...valuesOf(groups),
    labels: labels.flatMap(([name, answer, weight]) => {
      const output = name === 'takes' ? TAKES : KINDS.indexOf(name)
      return output < 0 || output >= OUTPUTS ? [] : [[output, answer, weight]]
    }),
    rest: 0,
  }))
}

/** Makes that file where the sentences are. Features that no second example has teach nothing, and are left out. */
export function encodeShared(folder) {
  const shared = sharedExamples(folder)
  const seen = new Map()
  const count = ({ features }) => {
    for (const id of features) seen.set(id, (seen.get(id) ?? 0) + 1)
  }
  known().forEach(count)
  const examples = shared.map(example => ({ groups: featurize(example.passage).groups, labels: labelsOf(example) }))
  for (const { groups } of examples) count({ features: groups.flatMap(({ ids }) => [...ids]) })
  return encodeReadings(
    examples.map(({ groups, labels }) => ({
      groups: groups.map(({ size, ids }) => ({ size, ids: ids.filter(id => seen.get(id) > 1) })),
      labels: labels.map(([output, answer, weight]) => [nameOf(output), answer, weight]),
    })),
    probe(),
  )
}
