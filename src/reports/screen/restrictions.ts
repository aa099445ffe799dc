import type { Citation, Clause, Report } from '../../report.ts'
import type { Names } from '../names.ts'
import { look } from '../page.ts'
import { detailsOf } from '../sections/details.ts'
import { bindingOf, limitsSomething, mergedClauses } from '../sections/limits.ts'
import { count } from '../words/counts.ts'
import { CONFLICT_LABELS, RELATION_LABELS } from '../words/labels.ts'
import { placeOf } from '../words/places.ts'
import { clipped, placeIn, row, type ScreenPart, type ScreenRow } from './screen.ts'

/** of each kind shown; --full has them all */
const CLAUSES = 5
const CONFLICTS = 2
const BASES = 2
const UNREAD = 2
/** columns of one that stays on its row */
const SHORT = 54
const LONG = 130

/** What else restricts: clauses that no answer above rests on, contradictions, base models, and what was not read. */
export function restrictions(report: Report, names: Names): ScreenPart | null {
  const told = new Set((report.uses ?? []).flatMap(({ clause }) => clause ?? []))
  const clauses =
    report.models.length === 0
      ? []
      : bindingOf(report)
          .flatMap(license => license.clauses)
          .filter(limitsSomething)
  const others = oneOfAKind(mergedClauses(clauses)).filter(({ kind }) => !told.has(kind))
  const more = others.length - CLAUSES
  const rows: ScreenRow[] = [
    ...others.slice(0, CLAUSES).map(clause => clauseRow(clause, names)),
    ...(more > 0 ? [row([look('faint', `and ${count(more, 'more restriction')}`)], [], ' ')] : []),
    ...report.conflicts
      .slice(0, CONFLICTS)
      .map(({ kind, because, cited }) =>
        row([clipped(`${CONFLICT_LABELS[kind]}: ${because}`, LONG)], placeIn(cited), look('bad', '!')),
      ),
    ...report.lineage.slice(0, BASES).map(({ model, relation, license, cited }) => {
      const says = `${RELATION_LABELS[relation]} ${model} (${names.concluded(license)})`
      return row([clipped(says, SHORT)], placeIn(cited), '·')
    }),
    ...(report.unread ?? [])
      .filter(({ mayBind }) => mayBind)
      .slice(0, UNREAD)
      .map(file => row([clipped(`not read: ${file.says}`, SHORT)], [look('place', placeOf(file))], look('ask', '?'))),
  ]
  return rows.length > 0 ? { heading: ['Restrictions'], rows } : null
}

function clauseRow({ kind, parameters, cited }: Clause, names: Names): ScreenRow {
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
