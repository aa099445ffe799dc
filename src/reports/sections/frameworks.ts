import type { Evaluation } from '../../report.ts'
import { ANSWERS } from '../../vocabulary.ts'
import { tally } from '../counts.ts'
import { ANSWER_LABELS } from '../labels.ts'
import { type Line, look, type Span } from '../page.ts'
import type { SectionOf } from './section.ts'

/** What each framework makes of it, one line each. */
export const frameworks: SectionOf = ({ evaluations }, names) => {
  if (evaluations.length === 0) return null
  const rows = evaluations.map(evaluation => {
    const reading = evaluation.reading ? ` (${evaluation.reading})` : ''
    return [
      [`${names.framework(evaluation.framework)}, ${evaluation.edition}${reading}`],
      [concluded(evaluation)],
      answersOf(evaluation),
    ]
  })
  return { heading: 'Frameworks', blocks: [{ kind: 'table', head: ['framework', 'concludes', 'requirements'], rows }] }
}

function concluded({ conclusion }: Evaluation): Span {
  const answer = ANSWERS.find(known => known === conclusion)
  const label = answer ? ANSWER_LABELS[answer] : conclusion
  return look(conclusion === 'met' ? 'good' : conclusion === 'unmet' ? 'bad' : 'strong', label)
}

function answersOf({ requirements, percentages }: Evaluation): Line {
  const counts = tally(requirements.map(requirement => requirement.answer))
  const answered = ANSWERS.flatMap(answer =>
    counts.has(answer) ? [`${counts.get(answer)} ${ANSWER_LABELS[answer]}`] : [],
  )
  const shares = Object.entries(percentages ?? {}).map(([name, share]) => `${name} ${Math.round(share)} %`)
  return [[...answered, ...shares].join(', ')]
}
