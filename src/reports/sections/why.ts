import { count } from '../counts.ts'
import { type Line, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** reasons shown; JSON has them all */
const SHOWN = 3

/** Why this term: the first findings it rests on, with their places. */
export const why: SectionOf = ({ term, findings }) => {
  const because = term.because.flatMap(id => findings.find(finding => finding.id === id) ?? [])
  if (because.length === 0) return null
  const items = because.slice(0, SHOWN).map((finding): [Line] => [[finding.says, ' ', ...placesOf(finding.cited, 2)]])
  const more = because.length - SHOWN
  return {
    heading: 'Why',
    blocks: [
      { kind: 'list', items },
      ...(more > 0
        ? [{ kind: 'lines' as const, lines: [[look('faint', `and ${count(more, 'more reason')} in --format json`)]] }]
        : []),
    ],
  }
}
