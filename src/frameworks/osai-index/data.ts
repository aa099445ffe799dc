import { needsHuman, unknown } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { overLineage, ownFact } from '../lineage.ts'
import { canShowAbsence, looked } from '../looking.ts'
import { componentOf } from '../parts.ts'
import { closed, open, partial, stepOf } from './level.ts'

/** Data of the base and of the end model; a model without a base of another has one training, which both rows ask about. */
export const data = {
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
      return found && canShowAbsence(evidence)
        ? closed('No training data was found, and no word on where it is.', found.cited)
        : unknown('Whether training data is given could not be seen.', looked(evidence))
  }
}
