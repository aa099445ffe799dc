import type { Citation, Clause } from '../../report.ts'
import type { Names } from '../names.ts'
import { firstOf, holding, look, loose, type Row, row } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { detailsOf } from '../sections/details.ts'
import { bindingOf, limitsSomething, mergedClauses } from '../sections/limits.ts'
import { clipped } from '../words/clipped.ts'
import { CONFLICT_LABELS, RELATION_LABELS } from '../words/labels.ts'
import { placeIn } from '../words/places.ts'

/** of each kind shown; --full has them all */
const CLAUSES = 5
const CONFLICTS = 2
const BASES = 2
/** columns of one that stays on its row */
const SHORT = 54
const LONG = 130

/** What else restricts: clauses that no answer above rests on, contradictions, and base models. */
export const restrictions: SectionOf = (report, names) => {
  const told = new Set((report.uses ?? []).flatMap(({ clause }) => clause ?? []))
  const clauses =
    report.models.length === 0
      ? []
      : bindingOf(report)
          .flatMap(license => license.clauses)
          .filter(limitsSomething)
  const others = oneOfAKind(mergedClauses(clauses)).filter(({ kind }) => !told.has(kind))
  const first = others.map(clause => clauseRow(clause, names))
  const rows = [
    ...report.conflicts
      .slice(0, CONFLICTS)
      .map(({ kind, because, cited }) =>
        row([clipped(`${CONFLICT_LABELS[kind]}: ${because}`, LONG)], placeIn(cited), look('bad', '!')),
      ),
    ...report.lineage.slice(0, BASES).map(({ model, relation, license, cited }) => {
      const says = `${RELATION_LABELS[relation]} ${model} (${names.concluded(license)})`
      return row([clipped(says, SHORT)], placeIn(cited), '·')
    }),
  ]
  const blocks = holding(...firstOf(first, CLAUSES, 'restriction', loose), loose(rows))
  return blocks.length > 0 ? { heading: 'Restrictions', blocks } : null
}

function clauseRow({ kind, parameters, cited }: Clause, names: Names): Row {
  const { section, ...others } = parameters
  const details = detailsOf(others)
  const words = clipped(details === '' ? names.clause(kind) : `${names.clause(kind)}: ${details}`, SHORT)
  return row(
    [words],
    placeIn(
      cited.filter(citation => !('key' in citation)),
      section,
    ),
    look('bad', '!'),
  )
}

/** The first of each kind, with the places of all. */
function oneOfAKind(clauses: readonly Clause[]): readonly Clause[] {
  const kinds = new Map<string, Clause>()
  for (const clause of clauses) {
    const first = kinds.get(clause.kind)
    const cited: Citation[] = [...(first?.cited ?? []), ...clause.cited]
    kinds.set(clause.kind, { ...(first ?? clause), cited })
  }
  return [...kinds.values()]
}
