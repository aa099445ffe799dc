import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { type Line, look } from '../page.ts'

/** The footnote to the terms of unwash's own, where one is shown, and what a report is not. */
export function footOf(report: Report, names: Names): readonly Line[] {
  const shown = [report.term, ...report.models.map(model => model.term)].flatMap(term => [
    term.id,
    term.floor,
    term.ceiling,
  ])
  const own = [...shown, ...report.alternatives.map(other => other.term)].some(id => names.own(id))
  return [
    ...(own ? [[look('faint', "* unwash's own word; the other terms are those of the G7 (2026, non-binding)")]] : []),
    [look('faint', `unwash ${report.unwash.version}, knowledge of ${report.unwash.knowledge}. Not legal advice.`)],
  ]
}
