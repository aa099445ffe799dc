import {
  byTokens,
  computeWords,
  type Estimated,
  estimateCompute,
  inFewWords,
  saysFlop,
  sizeIn,
  sizeOf,
} from '../../evidence/compute/index.ts'
import { findModel } from '../../names/models.ts'
import type { Citation, LineageStep } from '../../report/report.ts'
import type { Subject } from '../framework.ts'

/** relations that train nothing */
const UNTRAINED: readonly LineageStep['relation'][] = ['quantized', 'merge']

/** Whether making one model from the other took training. */
export const trains = ({ relation }: LineageStep): boolean => !UNTRAINED.includes(relation)

/** What making this model from its bases took. */
export function ownCompute({ case: current, model }: Subject): Estimated {
  if (!current.lineage.some(trains))
    return { is: 'estimated', estimate: { low: 0, high: 0, how: 'nothing was trained', cited: [] } }
  return estimateCompute(model.name, 'later', current.evidence, current.knowledge)
}

/** What training a base took, by the size in its name and what its own card says of its tokens. */
export const baseCompute = ({ model, cited }: LineageStep, subject: Subject): Estimated =>
  knownCompute(model, cited, subject)

function knownCompute(
  model: string,
  cited: readonly Citation[],
  { case: { knowledge } }: Subject,
  counted: ReturnType<typeof sizeOf> = null,
): Estimated {
  const known = findModel(knowledge, model)
  const fact = knowledge.compute.trained.find(({ model }) => model === known?.version.name)
  const size = sizeIn(model)
  const parameters = counted?.high ?? fact?.parameters ?? (size.mixture ? size.active : size.total)
  if (!fact || parameters === null) return { is: 'unknown', lacks: `what training ${model} took is not known`, cited }
  const flop = byTokens(parameters, fact.tokens)
  return {
    is: 'estimated',
    estimate: {
      low: flop,
      high: flop,
      how: `6 × ${inFewWords(parameters)} parameters × ${inFewWords(fact.tokens)} tokens of ${model}`,
      cited: [
        ...cited,
        {
          fact: `${fact.model} was trained on ${inFewWords(fact.tokens)} tokens`,
          source: fact.source,
          seenOn: fact.seenOn,
        },
      ],
    },
  }
}

/**
 * The cumulative compute of a model: its own training, or that of its bases and what was added. What is not known of a
 * part leaves the upper bound open.
 */
export function cumulativeCompute(subject: Subject): Estimated {
  const { case: current, model } = subject
  if (current.lineage.length === 0) {
    const stated = estimateCompute(model.name, 'first', current.evidence, current.knowledge)
    if (stated.is === 'estimated') return stated
    const size = sizeOf(model.name, current.evidence, computeWords(current.evidence, current.knowledge))
    const known = knownCompute(model.name, stated.cited, subject, size)
    return known.is === 'estimated' ? known : stated
  }
  const parts = [...current.lineage.map(step => baseCompute(step, subject)), ownCompute(subject)]
  const known = parts.flatMap(part => (part.is === 'estimated' ? [part.estimate] : []))
  const lacking = parts.find(part => part.is === 'unknown')
  const low = known.reduce((sum, part) => sum + part.low, 0)
  const cited = parts.flatMap(part => (part.is === 'estimated' ? part.estimate.cited : part.cited))
  if (low === 0) return { is: 'unknown', lacks: lacking?.is === 'unknown' ? lacking.lacks : 'nothing is stated', cited }
  return {
    is: 'estimated',
    estimate: {
      low,
      high: lacking ? Number.POSITIVE_INFINITY : known.reduce((sum, part) => sum + part.high, 0),
      how: known
        .filter(({ high }) => high > 0)
        .map(({ how }) => how)
        .join(', and '),
      cited,
    },
  }
}

/** An estimate in a sentence: how much, and how it was come to. */
export const saysEstimate = (estimate: Extract<Estimated, { is: 'estimated' }>['estimate']): string =>
  `${saysFlop(estimate)} (${estimate.how})`
