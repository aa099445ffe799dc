import type { Measurement } from '../../frameworks/explain.ts'
import { ANSWERS } from '../../vocabulary.ts'
import { count } from '../counts.ts'
import { ANSWER_LABELS } from '../labels.ts'
import type { Section } from '../page.ts'
import { lines, look } from '../page.ts'

const HEADING = 'How often the program can answer'

/** How often it was answered without a person, with what it was measured on. */
export function measuredSection(measured: Measurement | null): readonly Section[] {
  if (!measured || measured.asked === 0) return []
  const { asked, answered, counts, releases, on } = measured
  const where = [look('faint', `Measured on ${count(releases, 'release')} that readers judged, ${on}`)]
  if (counts['not-applicable'] === asked)
    return [{ heading: HEADING, blocks: [lines(['It applied to none of them'], where)] }]
  const share = Math.round((100 * answered) / asked)
  const each = ANSWERS.flatMap(answer => (counts[answer] > 0 ? [`${counts[answer]} ${ANSWER_LABELS[answer]}`] : []))
  return [
    {
      heading: HEADING,
      blocks: [
        lines([look('strong', `${share} %`), ` without a person (${answered} of ${asked}): ${each.join(', ')}`], where),
      ],
    },
  ]
}
