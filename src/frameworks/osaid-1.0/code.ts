import type { ComponentId } from '../../vocabulary.ts'
import { met, needsHuman, notApplicable, rollUp, together, unknown, unmet } from '../answers.ts'
import { knownSets } from '../data/known.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { overLineage, ownFact } from '../lineage.ts'
import { looked } from '../looking.ts'
import { judgeOpenness, nameOf } from '../openness.ts'
import { codeInRelease, componentPart } from '../parts.ts'
import { judgePresence, judgeRunning, judgeTrainingCode, libraryTerms } from '../presence.ts'

/** Code: what processed the data, trained and runs the model, and under which licenses. */
export const code = {
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
        'The code is not the whole specification: code of the data processing or of the training is missing.',
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
  if (!first) return notApplicable('No code was found in the release to be under a license.', looked(evidence))
  const all = together(first, ...more)
  if (all.answer !== 'met' || here.length === 0) return all
  const names = [...new Set(here.flatMap(({ readings }) => readings.map(nameOf)))].join(' and ')
  return met(`Every part of the code here is under ${names}, approved by OSI.`, all.cited)
}
