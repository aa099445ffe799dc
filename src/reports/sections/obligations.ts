import { count } from '../counts.ts'
import { type Line, lines, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** duties shown; JSON has them all */
const SHOWN = 8

/** What whoever uses it must do, and when. */
export const obligations: SectionOf = ({ obligations: all }) => {
  if (all.length === 0) return null
  const items = all
    .slice(0, SHOWN)
    .map((duty): [Line] => [[`when ${duty.when}: `, look('strong', duty.do), ' ', ...placesOf(duty.cited, 1)]])
  const more = all.length - SHOWN
  return {
    heading: 'Obligations',
    blocks: [
      { kind: 'list', items },
      ...(more > 0 ? [lines([look('faint', `and ${count(more, 'more duty', 'more duties')}`)])] : []),
    ],
  }
}
