import type { Line } from '../page.ts'
import type { SectionOf } from './section.ts'

/** The shortest list of releases and changes that reach the next term. */
export const moveUp: SectionOf = ({ term }) =>
  term.toMoveUp.length === 0
    ? null
    : {
        heading: 'How to become more open',
        blocks: [{ kind: 'list', items: term.toMoveUp.map((step): [Line] => [[step]]) }],
      }
