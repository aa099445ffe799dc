import type { Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import { type Line, look, type Page } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { canI, doubts } from '../sections/can-i.ts'
import { footOf } from '../sections/lead.ts'
import { clauseAsked, corrections, unread, why } from '../sections/lists.ts'
import { use } from '../sections/use.ts'
import { headOf, mayMove } from './head.ts'
import { claimed, given, restrictions } from './restrictions.ts'

/** Where no weights are offered, why that is so. */
const canIOrWhy: SectionOf = (report, names, brief) => (report.uses?.length ? canI : why)(report, names, brief)

/** The parts of the first screen, in the order people ask. */
const SCREEN_PARTS: readonly SectionOf[] = [use, canIOrWhy, doubts, restrictions, unread, claimed, corrections, given]

/** alternatives named, where a line has room for them */
const ALTERNATIVES_NAMED = 2
const ROOM = 68

/** What to use in its place, and the commands that say more. */
function foot(report: Report, names: Names): readonly Line[] {
  const { term, models, alternatives } = report
  const others = alternatives.slice(0, ALTERNATIVES_NAMED).map(({ model, term }) => `${model} (${names.term(term)})`)
  const [first] = others
  const both = others.join(', ')
  const [clause] = models.length > 0 ? clauseAsked(report) : []
  const use = report.uses?.length ? ['--use commercial,eu'] : []
  const asked = report.questions?.length ? ['unwash questions'] : []
  const commands = ['--full', ...use, ...asked, `unwash explain ${clause ?? term.id}`]
  return [
    ...(first === undefined ? [] : [[look('faint', 'More open: '), both.length <= ROOM ? both : first] satisfies Line]),
    [look('faint', 'More: '), look('code', commands.join(' · '))],
    ...footOf(report, names, [
      term.id,
      ...(mayMove(term) ? [term.ceiling] : []),
      ...(models.length > 1 ? models.map(model => model.term.id) : []),
      ...alternatives.slice(0, ALTERNATIVES_NAMED).map(other => other.term),
    ]),
  ]
}

/** The answer on one screen: what it is, what one can do with it, what restricts, what is claimed, what is there. */
export const screenOf = (report: Report, names: Names, filesIn: string): Omit<Page, 'subject' | 'title'> => ({
  lead: [headOf(report, names, filesIn)],
  sections: SCREEN_PARTS.flatMap(part => part(report, names, true) ?? []),
  foot: foot(report, names),
})
