import { type Line, lines, look } from '../page.ts'
import { bindingOf, limitsSomething } from './limits.ts'
import type { SectionOf } from './section.ts'

/** The commands that say more about what stands above. */
export const next: SectionOf = report => {
  const words = [report.term.id, ...clauseAsked(report), ...report.term.review.slice(0, 1)]
  const commands = words.map((word): Line => [look('code', `unwash explain ${word}`)])
  return { heading: 'Next', blocks: [lines(...commands)] }
}

/** The kind of clause that a reader will ask of first; empty where none restricts. */
export function clauseAsked(report: Parameters<SectionOf>[0]): readonly string[] {
  const clauses = bindingOf(report)
    .flatMap(license => license.clauses)
    .filter(limitsSomething)
  const first = clauses.find(clause => clause.mode === 'ban') ?? clauses[0]
  return first ? [first.kind] : []
}
