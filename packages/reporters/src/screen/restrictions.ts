import type { Citation, Claim, Clause, Component, Evaluation } from '@unwash/core/report/report'
import { ANSWERS } from '@unwash/core/report/vocabulary'
import type { Names } from '../names.ts'
import { firstOf, holding, type Line, type Look, type LooseRow, lines, look, loose, row } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { CORRECTIONS } from '../sections/claims.ts'
import { detailsOf } from '../sections/details.ts'
import { applies, isFacts } from '../sections/frameworks.ts'
import { limitingOf, mergedClauses } from '../sections/limits.ts'
import { ofWhich } from '../sections/lineage.ts'
import { checksOf, groupedClaims, standsOf } from '../words/checks.ts'
import { clipped } from '../words/clipped.ts'
import {
  COMPONENT_LABELS,
  CONCLUSION_LABELS,
  CONFLICT_LABELS,
  READING_LABELS,
  RELATION_LABELS,
} from '../words/labels.ts'
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
  const clauses = report.models.length === 0 ? [] : limitingOf(report)
  const others = oneOfAKind(mergedClauses(clauses)).filter(({ kind }) => !told.has(kind))
  const first = others.map(clause => clauseRow(clause, names))
  const rows = [
    ...report.conflicts
      .slice(0, CONFLICTS)
      .map(({ kind, because, cited }) =>
        row([clipped(`${CONFLICT_LABELS[kind]}: ${because}`, LONG)], placeIn(cited), look('bad', '!')),
      ),
    ...report.lineage.slice(0, BASES).map(step => {
      const says = `${RELATION_LABELS[step.relation]} ${step.model} (${names.concluded(step.license)})${ofWhich(step)}`
      return row([clipped(says, step.of ? LONG : SHORT)], placeIn(step.cited), '·')
    }),
  ]
  const blocks = holding(...firstOf(first, CLAUSES, 'restriction', loose), loose(rows))
  return blocks.length > 0 ? { heading: 'Restrictions', blocks } : null
}

function clauseRow({ kind, parameters, cited }: Clause, names: Names): LooseRow {
  const details = detailsOf({ ...parameters, section: null })
  const words = details === '' ? names.clause(kind) : `${names.clause(kind)}: ${details}`
  return row([words], placeIn(cited), look('bad', '!'))
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

/** columns beside a label */
const ROOM = 66
/** what decides a term is named first */
const WEIGHT: readonly Component['id'][] = [
  'data-preprocessing-code',
  'evaluation-code',
  'inference-code',
  'training-code',
  'datasets',
  'weights',
]

/** What is released, linked and missing, a row each, and what the frameworks conclude. */
export const given: SectionOf = ({ components, evaluations }, names) => {
  const listed = (label: string, presences: readonly Component['presence'][], as: Look) => {
    const found = components
      .filter(({ presence }) => presences.includes(presence))
      .toSorted((one, other) => WEIGHT.indexOf(other.id) - WEIGHT.indexOf(one.id))
      .map(({ id }) => COMPONENT_LABELS[id])
    return found.length > 0 ? [row([look(as, inRoom(found))], [], '', label)] : []
  }
  const rows = [
    ...listed('Released', ['released'], 'good'),
    ...listed('Linked', ['linked'], 'strong'),
    ...listed('Described', ['described'], 'strong'),
    ...listed('Missing', ['absent'], 'faint'),
    ...listed('Not known', ['unknown'], 'faint'),
  ]
  const concluded = evaluations.filter(one => applies(one) && !isFacts(one) && one.conclusion !== 'not-applicable')
  const framework = inShort(concluded, names)
  const all = [...rows, ...(framework.length > 0 ? [row(framework, [], '', 'Frameworks')] : [])]
  return all.length > 0 ? { heading: '', blocks: [loose(all)] } : null
}

/** As many words as fit a row; the rest is counted. */
function inRoom(words: readonly string[]): string {
  for (let shown = words.length; shown > 1; shown--) {
    const text = words.slice(0, shown).join(', ') + (shown < words.length ? ` and ${words.length - shown} more` : '')
    if (text.length <= ROOM) return text
  }
  return words.join(', ')
}

/** "OSAID no · MOF no class": readings of one framework that agree are one. */
function inShort(evaluations: readonly Evaluation[], names: Names): Line {
  const told = new Set<string>()
  for (const { framework, conclusion, reading } of evaluations) {
    const label = CONCLUSION_LABELS[ANSWERS.find(answer => answer === conclusion) ?? conclusion] ?? conclusion
    const agree = evaluations.every(other => other.framework !== framework || other.conclusion === conclusion)
    told.add(`${names.short(framework)}${reading && !agree ? ` (${READING_LABELS[reading] ?? reading})` : ''} ${label}`)
  }
  return told.size > 0 ? [[...told].join(' · ')] : []
}

/** contradicted ones told; with what would hold, the worst alone, that the screen stays one */
const RESTRICTIONS_SHOWN = 5
const WRITTEN = 2
/** columns of what each says, and of what would hold */
const SAYS = 60
const WRITE = 170
/** places of the same told beside the first */
const LINES = 3

/** How many claims hold; those that do not, the worst first, and what to write in their place. */
export const claimed: SectionOf = ({ claims }) => {
  if (claims.length === 0) return null
  const groups = groupedClaims(claims.filter(({ check }) => check === 'contradicted'))
  const rows = groups.map(([claim, ...same], at): readonly LooseRow[] => [
    row(
      [`“${clipped(claim.says, SAYS)}”`, look('faint', alsoAt(claim.cited[0], same))],
      placeIn(claim.cited),
      standsOf(claim) === 'contradicted' ? look('bad', '✗') : look('ask', '~'),
    ),
    ...(claim.holds && at < WRITTEN ? [row([look('ask', `goes too far: ${clipped(claim.holds, WRITE)}`)])] : []),
    ...(claim.suggestion === null || at >= WRITTEN
      ? []
      : [row(['Write: ', look('strong', clipped(claim.suggestion, WRITE))])]),
  ])
  return {
    heading: `Claims: ${checksOf(claims)}`,
    blocks:
      groups.length > 0
        ? [...firstOf(rows, RESTRICTIONS_SHOWN, 'reason', some => loose(some.flat())), lines(CORRECTIONS)]
        : [],
  }
}

/** The lines of what falls for the same reason: of the same file as numbers alone. */
function alsoAt(first: Citation | undefined, same: readonly Claim[]): string {
  const places = same.flatMap(({ cited: [cited] }) => (cited && 'quote' in cited ? [cited] : []))
  if (same.length === 0) return ''
  const path = first && 'path' in first ? first.path : null
  const here = [...new Set(places.filter(cited => cited.path === path).map(({ line }) => line))].slice(0, LINES)
  const more = same.length - here.length
  const told = here.length > 0 ? [`line${here.length > 1 ? 's' : ''} ${here.join(', ')}`] : []
  return ` and ${[...told, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`
}
