import { count } from '../counts.ts'
import { type Line, lines, look } from '../page.ts'
import { placeOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** files shown; JSON has them all */
const SHOWN = 8

/** Legal files that are there and were not wholly read, and whether they may bind the weights. */
export const unread: SectionOf = ({ unread: all = [] }) => {
  if (all.length === 0) return null
  const items = all
    .slice(0, SHOWN)
    .map(({ says, mayBind, ...file }): [Line] => [
      [
        look('place', placeOf(file)),
        ` ${says}; `,
        mayBind
          ? look('ask', 'what it says may bind the weights')
          : look('faint', 'it is of another part, not of the weights'),
      ],
    ])
  const more = all.length - SHOWN
  return {
    heading: 'Legal files not read',
    blocks: [
      { kind: 'list', items },
      ...(more > 0 ? [lines([look('faint', `and ${count(more, 'more file')} in --format json`)])] : []),
    ],
  }
}
