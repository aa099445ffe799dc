import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { canI } from './can-i.ts'
import { claimed } from './claimed.ts'
import { foot } from './foot.ts'
import { given } from './given.ts'
import { headOf } from './head.ts'
import { restrictions } from './restrictions.ts'
import type { Screen } from './screen.ts'
import { corrections, unread } from './told.ts'

/** The answer on one screen: what it is, what one can do with it, what restricts, what is claimed, what is there. */
export function screenOf(report: Report, names: Names, filesIn: string): Screen {
  return {
    head: headOf(report, names, filesIn),
    parts: [canI, restrictions, unread, claimed, corrections, given].flatMap(part => part(report, names) ?? []),
    foot: foot(report, names),
  }
}
