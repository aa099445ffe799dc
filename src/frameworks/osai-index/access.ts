import type { Answer } from '../../vocabulary.ts'
import { citedTogether, needsHuman, together, unknown } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { judgeOpenness } from '../openness.ts'
import { componentOf, componentPart, weightsPart } from '../parts.ts'
import { judgePresence } from '../presence.ts'
import { closed, open, partial } from './level.ts'

/** the index's rule since 2026-04-14: partial from two of the three on */
const FOR_PARTIAL = 2

/** Licenses of weights, training code and training data, as one dimension. */
export const access = {
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
