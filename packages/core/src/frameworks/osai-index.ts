import { mentionOf } from '../evidence/inventory/looking.ts'
import { hearing } from '../evidence/signs.ts'
import type { Framework } from '../knowledge/knowledge.ts'
import type { Cited } from '../report/report.ts'
import type { Answer, ComponentId } from '../report/vocabulary.ts'
import type { Evaluator, Judge, Judgement, RowAnswer, Subject } from './framework.ts'
import { citedTogether, met, needsHuman, rollUp, together, unknown, unmet } from './framework.ts'
import { overLineage, ownFact } from './lineage.ts'
import { judgeOpenness } from './openness.ts'
import { codeInRelease, componentOf, componentPart, weightsPart } from './parts.ts'
import { judgePresence, judgeTrainingCode, notOffered, notSeen } from './presence.ts'

/** The best step of a dimension. */
const open = (because: string, cited: Cited): Judgement => ({ ...met(because, cited), level: 'open' })
/** The step between: something of it is there. */
const partial = (because: string, cited: Cited): Judgement => ({ ...unmet(because, cited), level: 'partial' })
/** The lowest step. */
const closed = (because: string, cited: Cited): Judgement => ({ ...unmet(because, cited), level: 'closed' })

/**
 * A judgement of another framework's question as a step of this one: met is open, unmet closed, the rest not decided.
 */
function stepOf(judgement: Judgement): Judgement {
  if (judgement.answer === 'met') return open(judgement.because, judgement.cited)
  return judgement.answer === 'unmet' ? closed(judgement.because, judgement.cited) : judgement
}

const WORTH: Readonly<Record<string, number>> = { open: 1, partial: 0.5, closed: 0 }

/** The index's unweighted mean, 0 to 100: dimensions that are not decided as closed, and as open. */
function mean({ requirements }: Framework, row: RowAnswer): Readonly<Record<string, number>> {
  const worth = (undecided: number) =>
    requirements.reduce((sum, { id }) => sum + (WORTH[row(id).level ?? ''] ?? undecided), 0)
  return { 'at least': (100 * worth(0)) / requirements.length, 'at most': (100 * worth(1)) / requirements.length }
}

/** the index's rule since 2026-04-14: partial from two of the three on */
const FOR_PARTIAL = 2

/** Licenses of weights, training code and training data, as one dimension. */
const access = {
  'OSAI-licenses': subject => {
    const parts = [
      judgeOpenness(weightsPart(subject.model), 'conformant', subject.case.knowledge),
      judgeOne(subject, 'training-code'),
      judgeOne(subject, 'datasets'),
    ]
    const count = (...answers: readonly Answer[]) => parts.filter(({ answer }) => answers.includes(answer)).length
    const cited = citedTogether(parts.map(({ cited }) => cited)) ?? subject.model.cited
    const sure = count('met')
    const possible = sure + count('unknown', 'needs-human')
    const says = `Under open licenses: ${sure} of weights, training code and training data`
    if (sure === parts.length) return open(`${says}.`, cited)
    if (possible < FOR_PARTIAL) return closed(`${says}.`, cited)
    if (possible < parts.length && sure >= FOR_PARTIAL) return partial(`${says}.`, cited)
    const asking = count('unknown') === 0 ? needsHuman : unknown
    return asking(`${says}; of ${possible - sure} more it is not decided.`, cited)
  },
} as const satisfies Record<string, Judge>

function judgeOne(subject: Subject, id: 'training-code' | 'datasets'): Judgement {
  const there = judgePresence(subject, id)
  const rights = componentOf(subject, id)
  if (there.answer === 'unmet' || !rights) return there
  return together(there, judgeOpenness(componentPart(rights), 'conformant', subject.case.knowledge))
}

/** The source of the training, and how the code is documented. */
const code = {
  'OSAI-trainingcode': judgeTraining,
  'OSAI-code': subject => {
    const { evidence } = subject.case
    const [first, ...more] = codeInRelease(subject)
    if (first)
      return needsHuman('Code is here; how far its parts are documented needs review.', [
        first.cited[0],
        ...more.map(({ cited }) => cited[0]),
      ])
    const other = evidence.repository
    if (other) return unknown('No code is here; another repository of the publisher was not looked at.', [other])
    return stepOf(notSeen(evidence, 'No code was found to be documented.', 'Whether code is given could not be seen.'))
  },
} as const satisfies Record<string, Judge>

function judgeTraining(subject: Subject) {
  const training = judgeTrainingCode(subject)
  if (training.answer !== 'met') return stepOf(training)
  const processing = judgePresence(subject, 'data-preprocessing-code')
  if (processing.answer === 'met')
    return open('Code of the training and of the data processing is here.', [...training.cited, ...processing.cited])
  const found = componentOf(subject, 'training-code')?.found
  return processing.answer === 'unmet'
    ? partial('Training code is here, and no code of the data processing was found.', [
        ...(found?.cited ?? training.cited),
        ...processing.cited,
      ])
    : processing
}

/**
 * Data of the base and of the end model; a model without a base of another has one training, which both rows ask about.
 */
const data = {
  'OSAI-datasources-endmodel': subject => {
    const copied = subject.case.lineage.every(({ relation }) => relation === 'quantized' || relation === 'merge')
    return subject.case.lineage.length > 0 && copied ? judgeBases(subject) : judgeOwn(subject)
  },
  'OSAI-datasources-basemodel': subject => (subject.case.lineage.length > 0 ? judgeBases(subject) : judgeOwn(subject)),
} as const satisfies Record<string, Judge>

function judgeBases(subject: Subject): Judgement {
  const bases = { ...subject, case: { ...subject.case, lineage: subject.case.lineage.map(asCopy) } }
  return stepOf(
    overLineage(bases, { part: 'openData', open: 'met', closed: 'unmet' }, () =>
      unknown('No base is named.', subject.model.cited),
    ),
  )
}

/** Only what the bases were made from is asked, not what was added here. */
const asCopy = <Step extends { readonly relation: string }>(step: Step) => ({ ...step, relation: 'quantized' as const })

function judgeOwn(subject: Subject): Judgement {
  const { evidence } = subject.case
  const fact = ownFact(subject, 'openData')
  if (fact)
    return fact.open
      ? open('The training data of this model is open.', [fact.cited])
      : closed('The training data of this model is not open.', [fact.cited])
  const found = componentOf(subject, 'datasets')?.found
  switch (found?.ladder) {
    case 'released':
      return open('Training data is released.', found.cited)
    case 'obtainable':
      return open('The training data is named with where it can be had.', found.cited)
    case 'listed':
      return partial('Training data is named, and not where all of it can be had.', found.cited)
    case 'described':
      return closed('Training data is described, and its sources are not named.', found.cited)
    case 'vague':
      return closed('Training data is spoken of in general.', found.cited)
    default:
      if (found?.declared) return needsHuman('A form declares training data; it was not looked at.', found.cited)
      return found && evidence.looked.isWhole
        ? closed('No training data was found, and no word on where it is.', found.cited)
        : unknown('Whether training data is given could not be seen.', evidence.looked.cited)
  }
}

/** What is written about it. That a document is there can be seen; whether it covers everything is for a person. */
const documentation = {
  'OSAI-hardware-architecture': judgeSetup,
  'OSAI-preprint': subject => written(subject, 'a preprint', ['technical-report', 'research-paper']),
  'OSAI-paper': subject => written(subject, 'a peer-reviewed paper', ['research-paper']),
  'OSAI-modelcard': subject => written(subject, 'a model card', ['model-card']),
  'OSAI-datasheet': subject => written(subject, 'a datasheet', ['data-card']),
} as const satisfies Record<string, Judge>

function written(subject: Subject, what: string, ids: readonly ComponentId[]): Judgement {
  const all = ids.flatMap(id => componentOf(subject, id)?.found ?? [])
  const given = all.find(({ presence }) => presence === 'released' || presence === 'linked')
  if (given) return needsHuman(`Something that may be ${what} is there; how much it covers needs review.`, given.cited)
  const { evidence } = subject.case
  return all.length > 0 && all.every(({ presence }) => presence === 'absent') && evidence.looked.isWhole
    ? closed(`Neither here nor linked: ${what}.`, evidence.looked.cited)
    : unknown(`Whether there is ${what} could not be seen.`, evidence.looked.cited)
}

function judgeSetup(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const said = ['release.architecture', 'release.machines']
    .map(sign => mentionOf(evidence.documents, sign, hearing(knowledge)))
    .filter(citation => citation !== null)
  const [first, ...more] = said
  if (first)
    return needsHuman('Something is said of the architecture or the machines; how much it covers needs review.', [
      first,
      ...more,
    ])
  const report = written(subject, 'a report on the architecture', ['technical-report', 'research-paper'])
  return report.answer === 'unmet'
    ? closed('Nothing is said of the architecture or the training’s machines.', report.cited)
    : report
}

/** Weights of the model that users meet, and of the base it was made from. A gate makes them partial. */
const weights = {
  'OSAI-weights-endmodel': judgeEnd,
  'OSAI-weights-basemodel': (subject, row) => {
    const [base] = subject.case.lineage
    return base
      ? unknown(`It starts from ${base.model}, whose weights were not looked at.`, [
          base.cited[0] ?? subject.model.cited[0],
        ])
      : row('OSAI-weights-endmodel')
  },
} as const satisfies Record<string, Judge>

function judgeEnd(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const { offer, cited, part } = evidence.weights
  const { gate } = evidence.metadata
  const other = evidence.repository
  if (offer === 'on-request') return partial('The weights are given on request.', cited)
  if (offer === 'none' && other)
    return unknown('No weights are here; another repository of the publisher was not looked at.', [other])
  const withheld = notOffered(subject)
  if (withheld) return stepOf(withheld)
  if (gate) return partial('The weights are behind a gate.', [...gate.cited, ...cited])
  if (part === 'delta') return partial('What is given is the difference to the weights of a base.', cited)
  if (offer === 'in-tree') return open('The weights are in the release.', cited)
  const asked = mentionOf(evidence.documents, 'release.asked', hearing(knowledge))
  return asked
    ? partial('The release says where the weights are, and that one has to ask for them first.', [asked, ...cited])
    : open('The release says where the weights are, and nothing of a gate before them.', cited)
}

/** The European Open Source AI Index: twelve dimensions, each open, partial or closed. */
export const osaiIndex: Evaluator = {
  id: 'osai-index',
  judges: { ...data, ...weights, ...code, ...documentation, ...access },
  conclude: (framework, row) => rollUp(framework.requirements.map(({ id }) => row(id).answer)),
  percentages: mean,
}
