import { ANSWER_LABELS } from '../labels.ts'
import { type Line, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** What people signed off: which requirement, who, when and why. All of them, always. */
export const signoffs: SectionOf = ({ evaluations }) => {
  const signed = new Map(
    evaluations
      .flatMap(({ requirements }) => requirements)
      .flatMap(({ id, answer, signoff }) => (signoff ? [[id, { answer, ...signoff }] as const] : [])),
  )
  if (signed.size === 0) return null
  const items = [...signed].map(([id, { answer, who, on, why, cited }]): [Line, Line] => [
    [
      look('ask', id),
      `: ${ANSWER_LABELS[answer]}, signed off by `,
      look('strong', who),
      ` on ${on} `,
      ...placesOf([cited]),
    ],
    [why],
  ])
  return { heading: 'Signed off by people', blocks: [{ kind: 'list', items }] }
}
