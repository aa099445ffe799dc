import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Clause, License } from '../../../report.ts'
import { MODE_LABELS } from '../../../reports/labels.ts'
import type { Names } from '../../../reports/names.ts'
import { detailsOf } from '../../../reports/sections/details.ts'
import type { ClauseView } from './view.ts'

/** A clause and what the page shows of it. */
export interface NumberedClause {
  readonly clause: Clause
  readonly license: License
  readonly view: ClauseView
}

/** Numbers the clauses of all licenses in the order they stand, from 1. */
export function viewClauses(
  licenses: readonly License[],
  knowledge: Knowledge,
  names: Names,
): readonly NumberedClause[] {
  return licenses
    .flatMap(license => [...license.clauses].sort(inOrder).map(clause => ({ clause, license })))
    .map(({ clause, license }, index) => ({
      clause,
      license,
      view: {
        number: index + 1,
        mode: clause.mode,
        says: MODE_LABELS[clause.mode],
        kind: clause.kind,
        name: names.clause(clause.kind),
        details: detailsOf(clause.parameters),
        meaning: knowledge.clauses.get(clause.kind)?.definition ?? '',
        against: clause.mode === 'plea' ? [] : clause.against,
        line: lineOf(clause),
      },
    }))
}

const inOrder = (one: Clause, other: Clause) => (lineOf(one) ?? 0) - (lineOf(other) ?? 0)

function lineOf({ cited }: Clause): number | null {
  const [first] = cited
  return first && 'quote' in first ? first.line : null
}
