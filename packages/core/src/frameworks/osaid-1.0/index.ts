import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer, ComponentId } from '../../report/vocabulary.ts'
import type { Evaluator, Judge, Judgement, RowAnswer, Subject } from '../framework.ts'
import { met, needsHuman, notApplicable, rollUp, rowsTogether, together, unknown, unmet } from '../framework.ts'
import { knownSets } from '../known-data.ts'
import { overLineage, ownFact } from '../lineage.ts'
import { judgeOpenness, readingName } from '../openness.ts'
import { codeInRelease, componentOf, componentPart, weightsPart } from '../parts.ts'
import { judgePresence, judgeRunning, judgeTrainingCode, libraryTerms, notOffered } from '../presence.ts'
import { dataInformation } from './data.ts'
import { freedoms } from './freedoms.ts'

/** Parameters: whether anyone can have them, under which terms, and whether that is said of them. */
const parameters = {
  'OSAID-P1': judgeReleased,
  'OSAID-P2': subject => judgeOpenness(weightsPart(subject.model), 'approved', subject.case.knowledge),
  'OSAID-P3': judgeAssertion,
  'OSAID-P4': subject => {
    const found = componentOf(subject, 'intermediate-weights')?.found
    if (!found)
      return unknown(
        'Whether intermediate checkpoints are there could not be seen.',
        subject.case.evidence.looked.cited,
      )
    if (found.presence === 'released' || found.presence === 'linked')
      return met('Intermediate checkpoints are given.', found.cited)
    return found.presence === 'absent'
      ? unmet('No intermediate checkpoints were found; this does not count against it.', found.cited)
      : unknown('Whether intermediate checkpoints are given could not be seen.', found.cited)
  },
} as const satisfies Record<string, Judge>

function judgeReleased(subject: Subject): Judgement {
  const { evidence, lineage } = subject.case
  const { offer, cited, part } = evidence.weights
  const { gate } = evidence.metadata
  const withheld = notOffered(subject)
  if (withheld) return withheld
  if (gate)
    return needsHuman('Access to the weights is gated; whether anyone gets it needs review.', [...gate.cited, ...cited])
  if (part === 'delta')
    return needsHuman(
      'What is here is the difference to the weights of a base; whether anyone can have the base needs review.',
      cited,
    )
  if (part === 'adapter') {
    const [base] = lineage
    return base
      ? met(`The adapter is here, and names the base it belongs to: ${base.model}.`, [...cited, ...base.cited])
      : unknown('What is here is an adapter, and its base is not named.', cited)
  }
  return offer === 'in-tree'
    ? met('The weights are in the release.', cited)
    : met('The release says where to download the weights.', cited)
}

/** "An explicit assertion accompanying the parameters": a statement of license that speaks of the weights. */
function judgeAssertion({ model }: Subject): Judgement {
  const names = model.floor.map(readingName).join(' and ')
  if (model.reach === 'not-looked') return unknown('The place where the weights are was not looked at.', model.cited)
  if (model.reach === 'none' || model.floor.length === 0)
    return unmet('Nothing is said of the terms of the weights.', model.cited)
  if (model.floor.some(reading => reading.openness === 'restricted'))
    return unmet(`What is said of the weights is ${names}: not free to all.`, model.cited)
  return model.reach === 'stated'
    ? met(`The release says of the weights that they are under ${names}.`, model.cited)
    : needsHuman(`${names} lies beside the weights, and does not say that it covers them.`, model.cited)
}

/** Code: what processed the data, trained and runs the model, and under which licenses. */
const code = {
  'OSAID-C1': subject =>
    overLineage(subject, { part: 'openCode', open: 'needs-human', closed: 'unknown' }, () => judgeProcessing(subject)),
  'OSAID-C2': subject =>
    overLineage(subject, { part: 'openCode', open: 'needs-human', closed: 'unmet' }, () => judgeTraining(subject)),
  'OSAID-C3': present('evaluation-code'),
  'OSAID-C4': subject => {
    const found = judgePresence(subject, 'supporting-libraries')
    // asked for where it was used: a model that a library runs may have nothing of the kind
    return found.answer === 'unmet' && subject.case.library
      ? needsHuman(`No tokenizer or search code of its own was found; ${subject.case.library.name} runs the model.`, [
          subject.case.library.cited,
          ...found.cited,
        ])
      : found
  },
  'OSAID-C5': subject => judgeRunning(subject, 'inference-code'),
  'OSAID-C6': subject => judgeRunning(subject, 'model-architecture'),
  'OSAID-C7': judgeLicenses,
  'OSAID-C8': (_, row) => {
    const rows = [row('OSAID-C1'), row('OSAID-C2')] as const
    const { cited } = together(...rows)
    const answer = rollUp(rows.map(({ answer }) => answer))
    if (answer === 'unmet')
      return unmet(
        row('OSAID-C2').answer === 'unmet'
          ? 'The code is not the whole specification: code of the training is missing.'
          : 'The code is not the whole specification: code of the data processing is missing. Other frameworks ' +
              'ask for the code of the training alone, and may be met.',
        cited,
      )
    if (answer === 'unknown')
      return unknown('Whether the code is the whole specification cannot be asked before all of it was seen.', cited)
    return needsHuman(
      'Whether the code is the whole specification of the processing and the training needs review.',
      cited,
    )
  },
} as const satisfies Record<string, Judge>

/** The release's own code, else the code that made the well-known sets it was trained on. */
function judgeProcessing(subject: Subject): Judgement {
  const here = judgePresence(subject, 'data-preprocessing-code')
  const known = knownSets(subject)
  if (here.answer === 'met' || !known?.sets.every(({ code }) => code !== null)) return here
  return needsHuman(
    `The code that made ${known.names} is published elsewhere; whether it is all that was used needs review.`,
    known.cited,
  )
}

/** The release's own code, else that a dated fact says is open elsewhere. */
function judgeTraining(subject: Subject): Judgement {
  const here = judgeTrainingCode(subject)
  const fact = here.answer === 'unknown' ? ownFact(subject, 'openCode') : null
  return fact?.open
    ? needsHuman('The training code of this model is open elsewhere; a person must look there.', [fact.cited])
    : here
}

function present(id: ComponentId): Judge {
  return subject => judgePresence(subject, id)
}

/** Every code component in the release, and the public library that runs the model, by license. */
function judgeLicenses(subject: Subject): Judgement {
  const { evidence, knowledge } = subject.case
  const here = codeInRelease(subject)
  const library = libraryTerms(subject)
  const judged = here.map(rights => judgeOpenness(componentPart(rights), 'approved', knowledge))
  const [first, ...more] = library ? [...judged, library] : judged
  if (!first) return notApplicable('No code was found in the release to be under a license.', evidence.looked.cited)
  const all = together(first, ...more)
  if (all.answer !== 'met' || here.length === 0) return all
  const names = [...new Set(here.flatMap(({ readings }) => readings.map(readingName)))].join(' and ')
  return met(`Every part of the code here is under ${names}, approved by OSI.`, all.cited)
}

const VERDICT = 'OSAID-V'

/** The conclusion, as a row: any required row unmet makes it unmet, else unknown, else a person's question. */
const verdict = {
  [VERDICT]: ({ framework }, row) => {
    const required = framework.requirements.filter(({ id, severity }) => id !== VERDICT && severity !== 'informative')
    const all = required.map(({ id }) => id)
    const { answer, ids: deciding, judgement } = rowsTogether(all, row, 'OSAID-P1')
    const { cited } = judgement
    const byFaq = new Set(required.flatMap(({ id, severity }) => (severity === 'required-by-faq' ? [id] : [])))
    const ids = deciding.map(id => (byFaq.has(id) ? `${id} (FAQ)` : id)).join(', ')
    if (answer === 'unmet') return unmet(`In our assessment not Open Source AI: ${ids} unmet.`, cited)
    if (answer === 'unknown') return unknown(`In our assessment undecided: ${ids} unknown.`, cited)
    if (answer === 'needs-human') return needsHuman(`In our assessment these need review: ${ids}.`, cited)
    const signed = all.filter(id => row(id).signoff)
    const by = signed.length > 0 ? `, ${signed.join(', ')} by a person's sign-off` : ''
    return met(`In our assessment Open Source AI: every required row is met${by}.`, cited)
  },
} as const satisfies Record<string, Judge>

/** The conclusion is the verdict's answer. */
const conclude = (_: Framework, row: RowAnswer): Answer => row(VERDICT).answer

/** The Open Source AI Definition 1.0: one bar for a system, a model or its weights. */
export const osaid10: Evaluator = {
  id: 'osaid-1.0',
  judges: { ...freedoms, ...dataInformation, ...code, ...parameters, ...verdict },
  conclude,
}
