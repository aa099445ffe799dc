import { CONFLICT_LABELS, RELATION_LABELS } from '../labels.ts'
import { type Block, type Line, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** What the model starts from, and where statements about licenses disagree. */
export const lineage: SectionOf = ({ lineage: steps, conflicts }, names) => {
  if (steps.length === 0 && conflicts.length === 0) return null
  const from = steps.map((step): [Line] => {
    const license =
      step.license === 'NONE'
        ? 'no license'
        : step.license === 'NOASSERTION'
          ? 'license not known'
          : names.license(step.license)
    return [
      [`${RELATION_LABELS[step.relation]} `, look('strong', step.model), ` (${license}) `, ...placesOf(step.cited, 1)],
    ]
  })
  const disagree = conflicts.map((conflict): [Line] => [
    [look('bad', CONFLICT_LABELS[conflict.kind]), `: ${conflict.because} `, ...placesOf(conflict.cited, 2)],
  ])
  const blocks: Block[] = [...from, ...disagree].length > 0 ? [{ kind: 'list', items: [...from, ...disagree] }] : []
  return { heading: steps.length > 0 ? 'Lineage' : 'Conflicts', blocks }
}
