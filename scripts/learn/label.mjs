// What an example says of each output of the reader: the kinds of clauses in their order, and last whether it takes.
import { readFileSync } from 'node:fs'
import { featurize } from './featurize.mjs'
import { keyOf } from './key.mjs'

const { kindsOf } = await import('@unwash/core/licenses/clauses/kinds/index')
const { loadKnowledge } = await import('@unwash/knowledge/load')

/** What is known of licenses, and the kinds of clauses in it. */
export const knowledge = await loadKnowledge()
export const kinds = kindsOf(knowledge)

export const KINDS = kinds.map(({ id }) => id)
export const TAKES = KINDS.length
export const OUTPUTS = KINDS.length + 1
const numberOf = new Map(KINDS.map((id, number) => [id, number]))
const blocks = kinds.flatMap(({ weighs }, number) => (weighs === 'blocks' ? [number] : []))
const weighs = new Map(kinds.map(kind => [kind.id, kind.weighs]))

/** kinds that never lower a license, and yet take or ask something: no examples of what takes nothing */
const UNTOLD = new Set([
  'share.no_sublicense',
  'indemnity',
  'law.export_control',
  'patent.withheld',
  'deriv.distillation',
  'data.excluded',
])

/** where a sentence that takes nothing holds no kind that blocks */
const NONE = new Set(['approved', 'corpus', 'harmless'])
/** examples written for one kind, which may hold others */
const OWN = new Set(['kinds', 'wordings', 'invented', 'gold'])

const told = new Map(
  readFileSync(new URL('../../knowledge/second-reader/takes.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
    .map(([key, takes]) => [key, Number(takes)]),
)

/** Whether a sentence takes something: 1, 0, or undefined where nobody said. */
export function takesOf(example) {
  if (example.takes !== undefined) return example.takes
  const known = told.get(keyOf(example.passage))
  if (known !== undefined) return known
  if (example.found.length === 0 || example.mode === 'plea' || example.mode === 'request') return undefined
  if (example.found.some(kind => weighs.get(kind) !== 'harmless')) return 1
  return example.found.some(kind => UNTOLD.has(kind)) ? undefined : 0
}

/** the weight of "no" for kinds that an example of another kind may hold as well */
const PERHAPS = 0.15
/** the weight of "no" for each kind that blocks, where a sentence is known to take nothing */
const NOTHING = 0.5

/** [output, 1 or 0, weight] of every output that the example tells. */
export function labelsOf(example) {
  const labels = new Map()
  const takes = takesOf(example)
  if (takes === 0 && NONE.has(example.from)) for (const number of blocks) labels.set(number, [number, 0, NOTHING])
  const tell = (kind, answer) => {
    const number = numberOf.get(kind)
    if (number !== undefined) labels.set(number, [number, answer, 1])
  }
  for (const kind of example.left) tell(kind, 0)
  for (const kind of example.found) tell(kind, 1)
  if (takes !== undefined) labels.set(TAKES, [TAKES, takes, 1])
  return [...labels.values()]
}

/** An example as it is learned from. */
export function labelled(example) {
  const labels = labelsOf(example)
  const rest = example.found.length > 0 && OWN.has(example.from) ? PERHAPS : 0
  /* of what nobody said, nothing is learned */
  if (rest > 0 && !labels.some(([output]) => output === TAKES)) labels.push([TAKES, 0, 0])
  return { ...featurize(example.passage), labels, rest }
}
