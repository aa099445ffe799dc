import type { Report } from '../../report.ts'
import { count } from '../counts.ts'
import { look } from '../page.ts'
import { placeIn } from './place.ts'
import { row, type ScreenPart } from './screen.ts'

/** rows of each kind; the rest is counted */
const SHOWN = 3

/** Legal files that were not wholly read, the ones that may bind the weights first. */
export function unread({ unread: all = [] }: Report): ScreenPart | null {
  if (all.length === 0) return null
  const sorted = all.toSorted((one, other) => Number(other.mayBind) - Number(one.mayBind))
  const rows = sorted
    .slice(0, SHOWN)
    .map(file => row([file.says], placeIn([file]), look(file.mayBind ? 'ask' : 'faint', '?')))
  const more = all.length - SHOWN
  return {
    heading: ['Legal files not read'],
    rows: [...rows, ...(more > 0 ? [row([look('faint', `and ${count(more, 'more file')}`)], [], ' ')] : [])],
  }
}

/** A publisher's reply, or a correction that was upheld. */
export function corrections({ corrections: all }: Report): ScreenPart | null {
  if (all.length === 0) return null
  const rows = all.slice(0, SHOWN).map(({ date, says, outcome }) => row([`${date}: ${says} (${outcome})`]))
  return { heading: ['Corrections and replies'], rows }
}
