import { MARKS, type ModalityWeights } from './modality.ts'

/** The scores from which answers count. */
interface Thresholds {
  /** from which a sentence is said to take something */
  readonly takes: number
  /** from which a kind is named in such a sentence, in the order of the kinds */
  readonly kinds: readonly number[]
  /** from which any kind is named in any sentence */
  readonly sure: number
  /** down from which a sentence is said to take nothing */
  readonly nothing: number
  /** from which a sentence of prose certainly takes something, and from which it may */
  readonly prose: { readonly certain: number; readonly suspicious: number }
}

/** What the second reader has learned. */
export interface Weights {
  /** what is asked of a passage: the kinds of clauses, and last whether it takes something */
  readonly outputs: readonly string[]
  readonly thresholds: Thresholds
  readonly bias: Float32Array
  /** what one step of a weight is worth, by output */
  readonly scales: Float32Array
  /** how much each group of features says */
  readonly shares: readonly number[]
  readonly modality: ModalityWeights
  /** the features that say something, in ascending order */
  readonly ids: Uint32Array
  /** per feature, where its weights begin in `cells` and `steps`; one more than there are features */
  readonly starts: Uint32Array
  /** the output that a weight is of */
  readonly cells: Uint8Array
  readonly steps: Int8Array
  /** what a kind of surface alone says of whether a sentence of prose takes something, by its name */
  readonly surfaces: Readonly<Record<string, number>>
}

/** the first bytes of a file of weights, and the layout they announce */
const MAGIC = 'unwash second reader 2\n'

/** Numbers that grow little from one to the next take one byte each, mostly. */
const putGrowing = (bytes: number[], numbers: Iterable<number>): void => {
  let before = 0
  for (const number of numbers) {
    let gap = number - before
    before = number
    for (; gap >= 128; gap >>>= 7) bytes.push((gap & 127) | 128)
    bytes.push(gap)
  }
}

const takeGrowing = (bytes: Uint8Array, from: number, into: Uint32Array): number => {
  let at = from
  let number = 0
  for (let index = 0; index < into.length; index++) {
    let shift = 0
    for (; bytes[at]! >= 128; at++, shift += 7) number += (bytes[at]! & 127) << shift
    number += bytes[at++]! << shift
    into[index] = number
  }
  return at
}

/** Weights as a file; the same weights come to the same bytes. */
export const encodeWeights = (weights: Weights): Uint8Array => {
  const { outputs, thresholds, bias, scales, shares, modality, surfaces, ids, starts, cells, steps } = weights
  const head = JSON.stringify({
    outputs,
    thresholds,
    bias: [...bias],
    scales: [...scales],
    shares,
    marks: MARKS,
    modality: [...modality].sort(([one], [other]) => one - other),
    surfaces,
    features: ids.length,
    weights: steps.length,
  })
  const bytes: number[] = []
  putGrowing(bytes, ids)
  putGrowing(bytes, starts.subarray(1))
  const opening = new TextEncoder().encode(`${MAGIC}${head}\n`)
  const file = new Uint8Array(opening.length + bytes.length + cells.length + steps.length)
  file.set(opening)
  file.set(bytes, opening.length)
  file.set(cells, opening.length + bytes.length)
  file.set(new Uint8Array(steps.buffer, steps.byteOffset, steps.length), opening.length + bytes.length + cells.length)
  return file
}

/** Reads a file of weights; throws where it is none, or of another version of the reader. */
export const decodeWeights = (file: Uint8Array): Weights => {
  const opening = new TextDecoder().decode(file.subarray(0, MAGIC.length))
  const end = file.indexOf(10, MAGIC.length)
  if (opening !== MAGIC || end < 0)
    throw new Error('these are no weights of this second reader: run npm run build, which makes them anew')
  // written by `encodeWeights`: this is the parser's edge
  const head = JSON.parse(new TextDecoder().decode(file.subarray(MAGIC.length, end))) as {
    outputs: string[]
    thresholds: Thresholds
    bias: number[]
    scales: number[]
    shares: number[]
    modality: [number, number][]
    surfaces: Record<string, number>
    features: number
    weights: number
  }
  const ids = new Uint32Array(head.features)
  const starts = new Uint32Array(head.features + 1)
  const after = takeGrowing(file, takeGrowing(file, end + 1, ids), starts.subarray(1))
  return {
    outputs: head.outputs,
    thresholds: head.thresholds,
    bias: Float32Array.from(head.bias),
    scales: Float32Array.from(head.scales),
    shares: head.shares,
    modality: new Map(head.modality),
    ids,
    starts,
    cells: Uint8Array.from(file.subarray(after, after + head.weights)),
    steps: Int8Array.from(file.subarray(after + head.weights, after + 2 * head.weights)),
    surfaces: head.surfaces,
  }
}
