import type { LineageStep } from '@unwash/core/report/report'
import { isDerived } from '@unwash/core/report/vocabulary'
import { holding, type Line, list, look } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { ANSWER_LOOKS } from '../tones.ts'
import { ANSWER_LABELS, CONFLICT_LABELS, RELATION_LABELS, STANDING_LABELS } from '../words/labels.ts'
import { placesOf } from '../words/places.ts'
import { whichOf } from './verdict.ts'

/** whether a duty that goes with derivatives is kept */
const TRAVEL_LABELS = { ...ANSWER_LABELS, met: 'kept', unmet: 'not kept' }

/** Of which of several models a base is said. */
export const ofWhich = ({ of }: LineageStep): string => (of ? `, said of ${whichOf(of)}` : '')

/** What the model starts from, and where statements about licenses disagree. */
export const lineage: SectionOf = ({ lineage: steps, conflicts }, names) => {
  if (steps.length === 0 && conflicts.length === 0) return null
  // what it was made from comes first, then what it has built in, and what taught it
  const apart = [...steps.filter(isDerived), ...steps.filter(step => !isDerived(step))]
  const from = apart.map((step): [Line, ...Line[]] => {
    const stands = STANDING_LABELS[step.stands]
    return [
      [
        `${RELATION_LABELS[step.relation]} `,
        look('strong', step.model),
        ` (${names.concluded(step.license)})${ofWhich(step)}${stands ? `: ${stands}` : ''} `,
        ...placesOf(step.cited, 1),
      ],
      ...step.travels
        .filter(({ answer }) => answer !== 'not-applicable')
        .map(
          (duty): Line => [
            look(ANSWER_LOOKS[duty.answer], TRAVEL_LABELS[duty.answer]),
            ` ${names.clause(duty.clause)}: ${duty.because} `,
            ...placesOf(duty.cited, 1),
          ],
        ),
    ]
  })
  const disagree = conflicts.map((conflict): [Line] => [
    [look('bad', CONFLICT_LABELS[conflict.kind]), `: ${conflict.because} `, ...placesOf(conflict.cited, 2)],
  ])
  return { heading: steps.length > 0 ? 'Base models' : 'Conflicts', blocks: holding(list([...from, ...disagree])) }
}
