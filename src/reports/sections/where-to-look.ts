import { type Line, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** What only a person can judge and what would change the answer, with the lines to read. */
export const whereToLook: SectionOf = ({ term, evaluations, findings }) => {
  const requirements = evaluations.flatMap(evaluation => evaluation.requirements)
  const judged = term.review.map((id): [Line] => {
    const requirement = requirements.find(candidate => candidate.id === id)
    if (!requirement) return [[look('ask', id), ': needs review']]
    return [[look('ask', id), `: ${requirement.because} `, ...placesOf(requirement.cited)]]
  })
  const changing = new Map<string, [Line]>()
  for (const id of term.because.slice(0, SHOWN)) {
    const finding = findings.find(candidate => candidate.id === id)
    if (!finding || changing.has(finding.wouldChange)) continue
    changing.set(finding.wouldChange, [['would change it: ', finding.wouldChange, ' ', ...placesOf(finding.cited, 1)]])
  }
  const items = [...judged, ...changing.values()]
  return items.length === 0 ? null : { heading: 'Evidence that would change this', blocks: [{ kind: 'list', items }] }
}

/** what would change the answer, for as many findings as "Why" shows */
const SHOWN = 3
