// What the second reader says of prose is learned where the cards and READMEs are (npm run learn -- --prose <folder>);
// its weights are kept in knowledge/second-reader/prose.bin, and the build puts them beside those that it learns.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { featurize, probe, SHARES } from './featurize.mjs'
import { pack } from './pack.mjs'
import { train } from './train.mjs'

const { lowered, TAKES_IN_PROSE } = await import('@unwash/core/licenses/second-reader/index')
const { decodeWeights, encodeWeights } = await import('@unwash/core/licenses/second-reader/weights')
const { SURFACES } = await import('@unwash/core/sentences/index')

/** The weights as they are kept. */
export const FILE = new URL('../../knowledge/second-reader/prose.bin', import.meta.url)

/** how many weights the answer may have */
const MOST = 60_000
/** the group of what stands above a sentence: in prose it tells nothing that holds elsewhere */
const ABOVE = 3
/** behind all hashed features, one for each kind of surface, and what it counts for */
const PLACES = 2 ** 24
const SHARE = 0.2

const known = new WeakMap()

/** The features of a sentence without what stands above it, and its kind of surface. */
function featuresOf(example) {
  const before = known.get(example)
  if (before !== undefined) return before
  const features = []
  const values = []
  featurize(lowered(example.passage)).groups.forEach(({ size, ids }, which) => {
    if (which === ABOVE) return
    for (const id of ids) {
      features.push(id)
      values.push(SHARES[which] / Math.sqrt(size))
    }
  })
  features.push(PLACES + SURFACES.indexOf(example.surface))
  values.push(SHARE)
  const found = { features: Uint32Array.from(features), values: Float32Array.from(values) }
  known.set(example, found)
  return found
}

/** `examples`: a `passage`, its `surface`, whether it `takes` (1 or 0), and how many `times` it counts. */
export function proseWeights(examples) {
  const learned = examples.flatMap(example => {
    const one = { ...featuresOf(example), labels: [[0, example.takes, 1]], rest: 0 }
    return Array.from({ length: example.times }, () => one)
  })
  const { ids, weights, bias } = train(learned, 1, () => MOST, { rate: 0.3, epochs: 8, adaptive: true })
  const hashed = ids.findIndex(id => id >= PLACES)
  const surfaces = Object.fromEntries(SURFACES.map(name => [name, 0]))
  for (let at = hashed; at >= 0 && at < ids.length; at++) surfaces[SURFACES[ids[at] - PLACES]] = SHARE * weights[at]
  const kept = hashed < 0 ? ids.length : hashed
  return pack(
    { ids: ids.subarray(0, kept), weights: weights.subarray(0, kept), bias, outputs: 1 },
    { outputs: [TAKES_IN_PROSE], thresholds: {}, shares: SHARES, modality: new Map(), surfaces },
  )
}

/** They are of no use to a reader with other features. */
const opening = () => Buffer.from(`unwash prose ${probe()}\n`)

export const encodeProse = weights => brotliCompressSync(Buffer.concat([opening(), encodeWeights(weights)]))

export function decodeProse(file) {
  const bytes = brotliDecompressSync(file)
  const begin = opening()
  if (!bytes.subarray(0, begin.length).equals(begin))
    throw new Error(
      'knowledge/second-reader/prose.bin holds weights of other features: ' +
        'run npm run learn -- --prose <folder> where the cards and READMEs are',
    )
  return decodeWeights(bytes.subarray(begin.length))
}

export const readProse = () => decodeProse(readFileSync(FILE))
