import { met, together, unmet } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { overLineage, ownFact } from '../lineage.ts'
import { judgeOpenness } from '../openness.ts'
import { componentOf, componentPart } from '../parts.ts'
import { judgeTrainingCode } from '../presence.ts'

/** Training code of this model, under an open source license, over the whole lineage. */
export const trainingCode = {
  'G7-T': subject => overLineage(subject, { part: 'openCode', open: 'met', closed: 'unmet' }, () => judgeOwn(subject)),
} as const satisfies Record<string, Judge>

function judgeOwn(subject: Subject): Judgement {
  const presence = judgeTrainingCode(subject)
  const rights = componentOf(subject, 'training-code')
  if (rights?.found.presence === 'released') {
    return together(presence, judgeOpenness(componentPart(rights), 'approved', subject.case.knowledge))
  }
  const fact = ownFact(subject, 'openCode')
  if (!fact) return presence
  return fact.open
    ? met('The training code of this model is open, elsewhere.', [fact.cited])
    : unmet('The training code of this model is not open.', [fact.cited, ...presence.cited])
}
