import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { type Line, look } from '../page.ts'
import { footOf } from '../sections/foot.ts'
import { clauseAsked } from '../sections/lists.ts'
import { mayMove } from './head.ts'

/** alternatives named */
const NAMED = 2

/** What to use in its place, and the commands that say more. */
export function foot(report: Report, names: Names): readonly Line[] {
  const { term, models, alternatives } = report
  const others = alternatives.slice(0, NAMED).map(({ model, term }) => `${model} (${names.term(term)})`)
  const [clause] = models.length > 0 ? clauseAsked(report) : []
  const use = report.uses?.length ? ['--use commercial,eu'] : []
  const commands = ['--full', ...use, `unwash explain ${clause ?? term.id}`]
  return [
    ...(others.length > 0 ? [[look('faint', 'More open: '), others.join(', ')]] : []),
    [look('faint', 'More: '), look('code', commands.join(' · '))],
    ...footOf(report, names, [
      term.id,
      ...(mayMove(term) ? [term.ceiling] : []),
      ...(models.length > 1 ? models.map(model => model.term.id) : []),
      ...alternatives.slice(0, NAMED).map(other => other.term),
    ]),
  ]
}
