import type { Citation, Clause, License, Report } from '../../report.ts'
import { count } from '../counts.ts'
import { MODE_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, look } from '../page.ts'
import { placeOf, placesOf } from '../places.ts'
import { detailsOf } from './details.ts'
import type { SectionOf } from './section.ts'
import { titleOf } from './title.ts'

/** What limits use, study, modification or sharing: the clauses of the licenses that bind the weights. */
export const limits: SectionOf = (report, names) => {
  const limiting = bindingOf(report).filter(license => license.clauses.some(limitsSomething))
  if (limiting.length === 0) return null
  const more = limiting.length - LICENSES_SHOWN
  return {
    heading: 'Restrictions',
    blocks: [
      ...limiting.slice(0, LICENSES_SHOWN).flatMap(license => limitsOf(license, names)),
      ...(more > 0 ? [lines([look('faint', `and ${count(more, 'more license')} with limits in --format json`)])] : []),
    ],
  }
}

/** licenses, and clauses of each, shown; JSON has them all */
const LICENSES_SHOWN = 3
const CLAUSES_SHOWN = 12

function limitsOf(license: License, names: Names): readonly Block[] {
  const limiting = mergedClauses(license.clauses.filter(limitsSomething))
  const rows = limiting
    .slice(0, CLAUSES_SHOWN)
    .map(clause => [
      [look(clause.mode === 'ban' ? 'bad' : 'ask', MODE_LABELS[clause.mode])],
      [names.clause(clause.kind)],
      [detailsOf(clause.cited.every(isFact) ? { ...clause.parameters, section: null } : clause.parameters)],
      seeOf(clause),
    ])
  const others = license.clauses.length - license.clauses.filter(limitsSomething).length
  const known = [...new Set(limiting.flatMap(clause => clause.cited.filter(isFact).map(placeOf)))]
  const more = limiting.length - CLAUSES_SHOWN
  const under: Line[] = [
    ...(more > 0 ? [[look('faint', `and ${count(more, 'more clause')} in --format json`)]] : []),
    ...(others > 0
      ? [
          [
            look(
              'faint',
              `and ${count(others, 'other clause that limits', 'other clauses that limit')} none of the four freedoms`,
            ),
          ],
        ]
      : []),
    ...known.map((place): Line => [look('faint', `as the text is known from ${place}`)]),
  ]
  return [
    lines([look('strong', titleOf(license, names))]),
    { kind: 'table', head: ['', 'clause', 'detail', 'see'], rows },
    ...(under.length > 0 ? [lines(...under)] : []),
  ]
}

const isFact = (cited: Citation) => 'fact' in cited

/** The places in the release; where there are none, that the text is known, and its section. */
function seeOf({ cited, parameters }: Clause): Line {
  const places = cited.filter(citation => !isFact(citation))
  if (places.length > 0) return placesOf(places, 2)
  const section = typeof parameters.section === 'string' ? `, ${parameters.section}` : ''
  return [look('faint', `known text${section}`)]
}

/** The licenses that cover the weights; where none is said to, all of them. */
export function bindingOf({ licenses }: Report): readonly License[] {
  const binding = licenses.filter(license => license.covers.includes('weights'))
  return binding.length > 0 ? binding : licenses.filter(license => license.covers.length === 0)
}

/** A ban or a duty that is against one of the four freedoms; a plea never is. */
export const limitsSomething = (clause: Clause) => clause.mode !== 'plea' && clause.against.length > 0

/** Clauses of one kind and mode with the same details are one row, with all their places; bans come first. */
export function mergedClauses(clauses: readonly Clause[]): readonly Clause[] {
  const rows = new Map<string, Clause>()
  for (const clause of clauses) {
    const key = JSON.stringify([clause.kind, clause.mode, clause.parameters])
    const row = rows.get(key)
    rows.set(key, row ? { ...row, cited: [...row.cited, ...clause.cited] } : clause)
  }
  return [...rows.values()].sort((one, other) => Number(other.mode === 'ban') - Number(one.mode === 'ban'))
}
