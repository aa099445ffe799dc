import { count } from '../counts.ts'
import { type Line, lines, look } from '../page.ts'
import type { SectionOf } from './section.ts'

/** notes shown; JSON has them all */
const SHOWN = 8

/** What could not be read, and what else bears on the reading. */
export const notes: SectionOf = ({ notes, unread = [] }) => {
  // what is told of legal files that were not read is not told twice
  const all = notes.filter(({ path }) => !unread.some(file => file.path.replace(/\/$/, '') === path))
  if (all.length === 0) return null
  const items = all
    .slice(0, SHOWN)
    .map((note): [Line] => [[note.says, ...(note.path ? [' ', look('place', note.path)] : [])]])
  const more = all.length - SHOWN
  return {
    heading: 'Notes',
    blocks: [
      { kind: 'list', items },
      ...(more > 0 ? [lines([look('faint', `and ${count(more, 'more note')} in --format json`)])] : []),
    ],
  }
}
