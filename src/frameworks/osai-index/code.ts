import { needsHuman, unknown } from '../answers.ts'
import type { Judge, Subject } from '../framework.ts'
import { notSeen } from '../looking.ts'
import { codeInRelease, componentOf } from '../parts.ts'
import { judgePresence, judgeTrainingCode } from '../presence.ts'
import { open, partial, stepOf } from './level.ts'

/** The source of the training, and how the code is documented. */
export const code = {
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
