// The features of examples, each once, by the code that reads.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const { featuresOf, roomFor } = await import('@unwash/core/licenses/second-reader/features')
const { STRETCH } = await import('@unwash/core/licenses/second-reader/index')
const { modalityOf } = await import('@unwash/core/licenses/second-reader/modality')
const { tokensOf } = await import('@unwash/core/licenses/second-reader/tokens')

export const modality = modalityOf(
  parse(readFileSync(new URL('../../knowledge/second-reader/modality.yml', import.meta.url), 'utf8')),
  text => tokensOf(text, 0, text.length),
)

const room = roomFor(STRETCH)

/** how much each group of features says, in the order of GROUPS */
export const SHARES = [0.8, 0.2, 0.6, 0.3]

/** Per group how many features a passage has, and their ids, each once. */
function groupsOf(passage) {
  const { count, ids, group } = featuresOf(passage, 0, Math.min(STRETCH, passage.text.length), modality, room)
  const groups = SHARES.map(() => ({ size: 0, ids: new Set() }))
  const seen = new Set()
  for (let at = 0; at < count; at++) {
    const own = groups[group[at]]
    own.size++
    if (!seen.has(ids[at])) own.ids.add(ids[at])
    seen.add(ids[at])
  }
  return groups.map(({ size, ids: own }) => ({ size, ids: Uint32Array.from(own) }))
}

/** All of a group together are of one length, times its share. */
export function valuesOf(groups) {
  return {
    features: Uint32Array.from(groups.flatMap(({ ids }) => [...ids])),
    values: Float32Array.from(
      groups.flatMap(({ size, ids }, which) => [...ids].map(() => SHARES[which] / Math.sqrt(size))),
    ),
  }
}

export function featurize(passage) {
  const groups = groupsOf(passage)
  return { groups, ...valuesOf(groups) }
}

/** Tells these features from those of another reader. */
export function probe() {
  const passage = { text: 'you may not use it for profit 不得商用 untersagt', heading: 'use', lead: 'you agree:' }
  return createHash('sha256')
    .update(JSON.stringify(groupsOf(passage).map(({ ids }) => [...ids])))
    .digest('hex')
    .slice(0, 12)
}
