import {
  byTokens,
  computeWords,
  type Estimated,
  estimateCompute,
  inFewWords,
  modalityOf,
  saysFlop,
  sideOf,
  sizeIn,
  sizeOf,
} from '../../evidence/compute/index.ts'
import { findModel } from '../../names/models.ts'
import type { Citation, Cited, LineageStep } from '../../report/report.ts'
import {
  citedTogether,
  type Judge,
  type Judgement,
  met,
  needsHuman,
  notApplicable,
  type Subject,
  unknown,
  unmet,
} from '../framework.ts'
import { unionExclusion } from './clauses.ts'
import { releaseDate } from './dates.ts'

/** relations that train nothing */
const UNTRAINED: readonly LineageStep['relation'][] = ['quantized', 'merge']

/** Whether making one model from the other took training. */
const trains = ({ relation }: LineageStep): boolean => !UNTRAINED.includes(relation)

/** What making this model from its bases took. */
function ownCompute({ case: current, model }: Subject): Estimated {
  if (!current.lineage.some(trains))
    return { is: 'estimated', estimate: { low: 0, high: 0, how: 'nothing was trained', cited: [] } }
  return estimateCompute(model.name, 'later', current.evidence, current.knowledge)
}

/** What training a base took, by the size in its name and what its own card says of its tokens. */
const baseCompute = ({ model, cited }: LineageStep, subject: Subject): Estimated => knownCompute(model, cited, subject)

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
function cumulativeCompute(subject: Subject): Estimated {
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
const saysEstimate = (estimate: Extract<Estimated, { is: 'estimated' }>['estimate']): string =>
  `${saysFlop(estimate)} (${estimate.how})`

/** Whether and as what the model falls under the rules for general-purpose AI. */
export const applicability = {
  'EU-S1': ({ case: { evidence } }) => {
    const { offer, cited } = evidence.weights
    return offer === 'api' || offer === 'none' || offer === 'promised'
      ? unknown('No weights are offered; whether a model or a system is published could not be seen.', cited)
      : met('Weights are offered: a model.', cited)
  },
  'EU-S2': (_, row) => {
    const { answer, cited } = row('EU-S1')
    return answer === 'met'
      ? notApplicable('A model is published, and not a system.', cited)
      : needsHuman('If a system is published, what it is meant for decides; that needs review.', cited)
  },
  'EU-G1': judgeGeneralPurpose,
  'EU-G2': judgePlacing,
  'EU-G3': (subject, row) => {
    const model = row('EU-G1')
    return model.answer === 'unmet'
      ? met('It does not look like a general-purpose AI model, of which alone the risk is said.', model.cited)
      : withOddities(judgeSystemicRisk(subject), subject)
  },
  'EU-G4': judgeModification,
  'EU-G5': ({ case: { evidence, knowledge } }) => {
    const { applies, earlierModels } = knowledge.generalPurpose.dates
    const found = releaseDate(evidence, applies.on)
    if (!found) return unknown('No one release date was found in the documents.', evidence.looked.cited)
    return found.date >= applies.on
      ? met(`Released on ${found.date}: the duties apply.`, [found.cited])
      : unmet(`Released on ${found.date}, before ${applies.on}: the duties apply from ${earlierModels.on}.`, [
          found.cited,
        ])
  },
} as const satisfies Record<string, Judge>

const asCited = (cited: readonly Citation[], { case: { evidence } }: Subject): Cited =>
  citedTogether([cited]) ?? evidence.looked.cited

/** Figures that cannot be what they are said to be: said with the answer, since they were not used for it. */
function withOddities(judgement: Judgement, { case: { evidence, knowledge } }: Subject): Judgement {
  const [odd] = computeWords(evidence, knowledge).oddities
  if (!odd) return judgement
  const cited = citedTogether([[odd.cited], judgement.cited]) ?? judgement.cited
  return { ...judgement, because: `${judgement.because} ${odd.says}`, cited }
}

function judgeGeneralPurpose(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const { generalPurpose, tolerance } = knowledge.generalPurpose.thresholds
  const modality = modalityOf(evidence, knowledge)
  if (modality?.kind === 'other')
    return unmet(`It is made for what the guidelines do not take for general: ${modality.says}.`, [modality.cited])
  const compute = cumulativeCompute(subject)
  const side = compute.is === 'estimated' ? sideOf(compute.estimate, generalPurpose.value, tolerance.value) : null
  const cited = asCited([...estimateCited(compute), ...(modality ? [modality.cited] : [])], subject)
  const estimate = compute.is === 'estimated' ? saysEstimate(compute.estimate) : ''
  const counted = (judgement: Judgement) => withOddities(judgement, subject)
  if (side === 'below')
    return counted(unmet(`Its training took ${estimate}, clearly below ${say(generalPurpose.value)}.`, cited))
  if (modality?.kind === 'narrow')
    return needsHuman(
      `It seems made for one narrow task: ${modality.says}; whether it can do more needs review.`,
      cited,
    )
  if (compute.is === 'unknown' || side === null)
    return counted(
      unknown(`Its training compute is not known: ${compute.is === 'unknown' ? compute.lacks : ''}.`, cited),
    )
  if (side === 'near')
    return counted(
      unknown(`Its training took ${estimate}, which is not clear of ${say(generalPurpose.value)} by 30 %.`, cited),
    )
  if (!modality) return unknown(`Its training took ${estimate}; what it generates was not seen.`, cited)
  const took = `its training took ${estimate}, above ${say(generalPurpose.value)}`
  return counted(met(`It generates ${modality.says}, and ${took}.`, cited))
}

function judgePlacing(subject: Subject): Judgement {
  const { offer, cited } = subject.case.evidence.weights
  const excluded = unionExclusion(subject)
  if (excluded)
    return excluded.scope === null
      ? unmet(
          'The terms keep the model out of the Union: its publisher does not place it on the market there.',
          excluded.cited,
        )
      : needsHuman(
          `The terms keep ${excluded.scope} out of the Union; whether this is one needs review.`,
          excluded.cited,
        )
  if (offer === 'none' || offer === 'promised') return unknown('Where the model is offered could not be seen.', cited)
  return needsHuman(
    'The model is offered to the public; whether in the course of a commercial activity needs review.',
    cited,
  )
}

/** What a release cannot show, said wherever the risk is judged. */
const DESIGNATION = 'A designation by the Commission would count too, and no release shows it.'

function judgeSystemicRisk(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const { systemicRisk, tolerance } = knowledge.generalPurpose.thresholds
  const compute = cumulativeCompute(subject)
  if (compute.is === 'estimated') {
    const says = `Its training took ${saysEstimate(compute.estimate)}`
    const cited = asCited(compute.estimate.cited, subject)
    const side = sideOf(compute.estimate, systemicRisk.value, tolerance.value)
    if (side === 'above')
      return unmet(
        `${says}, above ${say(systemicRisk.value)}: systemic risk is presumed unless its provider has rebutted that.`,
        cited,
      )
    if (side === 'below') return met(`${says}, clearly below ${say(systemicRisk.value)}. ${DESIGNATION}`, cited)
  }
  // a small model stays below with more text than any was trained on
  const size = sizeOf(subject.model.name, evidence, computeWords(evidence, knowledge))
  const { mostTokens } = knowledge.compute
  const bound = size ? byTokens(size.high, mostTokens.value) : Number.POSITIVE_INFINITY
  if (size && sideOf({ low: 0, high: bound }, systemicRisk.value, tolerance.value) === 'below') {
    const { fact, source, value } = mostTokens
    return met(
      `With ${size.says}, even ${inFewWords(value)} tokens would stay below ${say(systemicRisk.value)}. ${DESIGNATION}`,
      asCited([...size.cited, { fact, source, seenOn: knowledge.compute.seenOn }], subject),
    )
  }
  const cited = asCited(estimateCited(compute), subject)
  if (compute.is === 'unknown') return unknown(`Its training compute is not known: ${compute.lacks}.`, cited)
  const took = saysEstimate(compute.estimate)
  return unknown(`Its training took ${took}, which is not clear of ${say(systemicRisk.value)} by 30 %.`, cited)
}

function judgeModification(subject: Subject): Judgement {
  const { lineage, evidence, knowledge } = subject.case
  const { modification, generalPurpose, tolerance } = knowledge.generalPurpose.thresholds
  const others = lineage.filter(step => !isByPublisher(step, subject))
  const [base] = others
  if (!base)
    return lineage.length > 0
      ? notApplicable(
          'It was made from a model of the same publisher, as part of the same life of a model.',
          asCited(lineage[0]?.cited ?? [], subject),
        )
      : notApplicable('It starts from no other model that was named.', evidence.looked.cited)
  if (!others.some(trains))
    return met('It was made without training: less than a third of the compute.', asCited(base.cited, subject))
  const own = ownCompute(subject)
  if (own.is === 'unknown')
    return unknown(
      `What was made of ${base.model} took an amount of compute that is not known: ${own.lacks}.`,
      asCited([...base.cited, ...own.cited], subject),
    )
  const original = baseCompute(base, subject)
  const cited = asCited([...own.estimate.cited, ...estimateCited(original)], subject)
  // where the original is not known, a third of the threshold stands in for it
  const whole = original.is === 'estimated' ? original.estimate.low : generalPurpose.value
  const side = sideOf(own.estimate, whole * modification.value, tolerance.value)
  const against = `a third of ${original.is === 'estimated' ? `that of ${base.model}` : say(generalPurpose.value)}`
  const says = `The modification took ${saysEstimate(own.estimate)}`
  if (side === 'below') return met(`${says}, clearly less than ${against}.`, cited)
  return side === 'above'
    ? unmet(`${says}, more than ${against}: its publisher is the provider of a new model, for the modification.`, cited)
    : unknown(`${says}, which is not clear of ${against} by 30 %.`, cited)
}

/** A model of the same publisher: what it does to its own model is the same model's life. */
function isByPublisher({ model }: LineageStep, { case: { evidence, knowledge } }: Subject): boolean {
  const { isOwner } = evidence.who
  const [owner, name] = model.split('/')
  if (owner && name && isOwner(owner)) return true
  return findModel(knowledge, model)?.family.organizations.some(isOwner) ?? false
}

const estimateCited = (estimated: Estimated): readonly Citation[] =>
  estimated.is === 'estimated' ? estimated.estimate.cited : estimated.cited

const say = (flop: number) => `10^${Math.round(Math.log10(flop))} FLOP`
