import type { Answer } from '../../vocabulary.ts'
import { CONFLICT_LABELS, RELATION_LABELS, STANDING_LABELS } from '../labels.ts'
import { type Block, type Line, type Look, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** whether a duty that goes with derivatives is kept */
const TRAVEL_LABELS = {
  met: 'kept',
  unmet: 'not kept',
  unknown: 'not known',
  'needs-human': 'needs review',
  'not-applicable': 'not applicable',
} as const satisfies Record<Answer, string>
const TRAVEL_LOOKS = {
  met: 'good',
  unmet: 'bad',
  unknown: 'faint',
  'needs-human': 'ask',
  'not-applicable': 'faint',
} as const satisfies Record<Answer, Look>

/** What the model starts from, and where statements about licenses disagree. */
export const lineage: SectionOf = ({ lineage: steps, conflicts }, names) => {
  if (steps.length === 0 && conflicts.length === 0) return null
  const from = steps.map((step): [Line, ...Line[]] => {
    const license =
      step.license === 'NONE'
        ? 'no license'
        : step.license === 'NOASSERTION'
          ? 'license not known'
          : names.license(step.license)
    const stands = STANDING_LABELS[step.stands]
    return [
      [
        `${RELATION_LABELS[step.relation]} `,
        look('strong', step.model),
        ` (${license})${stands ? `: ${stands}` : ''} `,
        ...placesOf(step.cited, 1),
      ],
      ...step.travels
        .filter(({ answer }) => answer !== 'not-applicable')
        .map(
          (duty): Line => [
            look(TRAVEL_LOOKS[duty.answer], TRAVEL_LABELS[duty.answer]),
            ` ${names.clause(duty.clause)}: ${duty.because} `,
            ...placesOf(duty.cited, 1),
          ],
        ),
    ]
  })
  const disagree = conflicts.map((conflict): [Line] => [
    [look('bad', CONFLICT_LABELS[conflict.kind]), `: ${conflict.because} `, ...placesOf(conflict.cited, 2)],
  ])
  const blocks: Block[] = [...from, ...disagree].length > 0 ? [{ kind: 'list', items: [...from, ...disagree] }] : []
  return { heading: steps.length > 0 ? 'Base models' : 'Conflicts', blocks }
}
