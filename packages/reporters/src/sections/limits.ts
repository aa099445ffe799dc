import { groupsBy } from '@unwash/core/groups'
import { isInOther } from '@unwash/core/report/cited-first'
import type { Citation, Clause, License, Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import { type Block, type Item, type Line, lines, listed, look, named, table } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { MODE_LABELS, modeOf } from '../words/labels.ts'
import { placeInWords, placesOf, sourceOf } from '../words/places.ts'
import { inMarks, knownWords, quoted } from '../words/quoted.ts'
import { detailsOf } from './details.ts'
import { titleOf } from './lead.ts'
import { boundBy } from './verdict.ts'

/** licenses, and clauses of each, shown at once */
const LICENSES_SHOWN = 3
const CLAUSES_SHOWN = 12

/**
 * What limits use, study, modification or sharing: the clauses of the licenses that bind the weights, with their words.
 */
export const limits: SectionOf = (report, names) => {
  const told = new Set<string>()
  // a policy that is read with a license is a text of its own too: what both say is told once
  const limiting = bindingOf(report).filter(({ clauses }) => {
    const fresh = clauses.filter(limitsSomething).filter(clause => !told.has(clauseKey(clause)))
    for (const clause of fresh) told.add(clauseKey(clause))
    return fresh.length > 0
  })
  if (limiting.length === 0) return null
  const blocksOf = (some: readonly License[]) =>
    some.flatMap(license => [...limitsOf(license, report, names), ...otherClauses(license, names)])
  const more = blocksOf(limiting.slice(LICENSES_SHOWN))
  const summary = `${limiting.length - LICENSES_SHOWN} more licenses with restrictions`
  return {
    heading: 'Restrictions',
    blocks: [
      ...blocksOf(limiting.slice(0, LICENSES_SHOWN)),
      ...(more.length > 0 ? [{ kind: 'fold' as const, summary, blocks: more }] : []),
    ],
  }
}

const clauseKey = ({ kind, mode, cited }: Clause) => JSON.stringify([kind, mode, cited.map(placeInWords)])

function limitsOf(license: License, report: Report, names: Names): readonly Block[] {
  const limiting = mergedClauses(license.clauses.filter(limitsSomething))
  const of = boundBy([license], report)
  const known = [
    ...new Set(limiting.flatMap(({ cited }) => cited.flatMap(one => ('fact' in one ? sourceOf(one) : [])))),
  ]
  return [
    lines([look('strong', titleOf(license, names)), of === '' ? '' : `, for ${of}`]),
    ...listed(clauseItems(limiting, names), CLAUSES_SHOWN, 'clause'),
    ...(known.length > 0
      ? [lines(...known.map((place): Line => [look('faint', `as the text is known from ${place}`)]))]
      : []),
  ]
}

/** Clauses, each with its details, where it stands, and its words. */
export const clauseItems = (clauses: readonly Clause[], names: Names): readonly Item[] =>
  clauses.map(clause => [[...namedClause(clause, names), ' ', ...seeOf(clause)], ...quotedLines(clause.cited[0])])

/** A clause: whether it bans or asks, its name, and its details. */
export function namedClause(clause: Clause, names: Names): Line {
  const mode = modeOf(clause)
  const details = toldOf(clause)
  return [
    // what restricts by what it permits or defines is best known by its name
    ...(mode === 'ban' || mode === 'duty' ? [look(mode === 'ban' ? 'bad' : 'ask', MODE_LABELS[mode]), ': '] : []),
    named(names.clause(clause.kind), ['clause', clause.kind]),
    details ? `: ${details}` : '',
  ]
}

/** The words of a clause, a line. */
export function quotedLines(cited: Citation | undefined): readonly Line[] {
  if (cited && 'quote' in cited) return [inQuotes(cited)]
  // a few words of a text that is elsewhere are known to find it by: its place says more
  const text = cited && 'fact' in cited ? cited.text : undefined
  return text?.whole ? [[look('faint', inMarks(knownWords(text)))]] : []
}

/** What a clause says in particular; the section of one that is known is told as its place. */
export const toldOf = ({ parameters, cited: [first] }: Clause) =>
  detailsOf(first && 'fact' in first ? { ...parameters, section: null } : parameters)

/** Words of a text, as they stand there. */
export const inQuotes = (words: Parameters<typeof quoted>[0]): Line => [
  look('faint', inMarks(quoted(words, words.quote.length))),
]

/** The clauses that take none of the four freedoms. */
export function otherClauses(license: License, names: Names): readonly Block[] {
  const others = mergedClauses(license.clauses.filter(clause => !limitsSomething(clause)))
  if (others.length === 0) return []
  const summary = `${others.length} other clause${others.length === 1 ? '' : 's'} that restrict${
    others.length === 1 ? 's' : ''
  } none of the four freedoms`
  return [{ kind: 'fold', summary, blocks: [clauseTable(others, names)] }]
}

/** Clauses in a table, where their words matter less. */
export const clauseTable = (clauses: readonly Clause[], names: Names): Block =>
  table(
    ['', 'clause', 'detail', 'see'],
    clauses.map(clause => [
      [MODE_LABELS[modeOf(clause)]],
      [named(names.clause(clause.kind), ['clause', clause.kind])],
      [toldOf(clause)],
      seeOf(clause),
    ]),
  )

/** The places of a clause; of one whose text is elsewhere its place there, and then where the release names that. */
export function seeOf({ cited }: Pick<Clause, 'cited'>): Line {
  const [facts, named] = knownApart(cited)
  if (facts.length === 0) return placesOf(named, 2)
  return [...placesOf(facts, 1), ...(named.length > 0 ? [look('faint', ', named at '), ...placesOf(named, 1)] : [])]
}

/** What is known of a text that is elsewhere, and the places in the release. */
export const knownApart = (cited: readonly Citation[]) => {
  const facts = cited.filter(one => 'fact' in one)
  return [facts, cited.filter(one => !('fact' in one))] as const
}

/** The licenses that cover the weights; where none is said to, all of them. */
export function bindingOf({ licenses }: Report): readonly License[] {
  const binding = licenses.filter(license => license.covers.includes('weights'))
  return binding.length > 0 ? binding : licenses.filter(license => license.covers.length === 0)
}

/**
 * The licenses of the weights in short, of several models each with how many it binds: "MIT (6 of 8 models), llama3.1
 * (1), llama3.3 (1)"; what was not read has no name.
 */
export function weightsUnder({ licenses, components, models }: Report, names: Names): string {
  const concluded = components.find(({ id }) => id === 'weights')?.licensing.concluded ?? 'NONE'
  const short = ({ id, name = '' }: License) =>
    id === null ? (name.startsWith('a sentence') ? [] : [name]) : [names.license(id)]
  if (models.length > 1 && models.every(one => one.licenses)) {
    const all = models.flatMap(one => [...new Set(one.licenses?.flatMap(at => licenses[at] ?? []).flatMap(short))])
    const told = [...groupsBy(all, name => name)].map(([name, those], at) => {
      return `${name} (${those.length}${at === 0 ? ` of ${models.length} models` : ''})`
    })
    if (told.length > 0) return told.join(', ')
  }
  if (concluded === 'NONE') return 'no license found'
  if (concluded !== 'NOASSERTION') return names.license(concluded)
  const read = licenses.filter(({ covers }) => covers.includes('weights')).flatMap(short)
  return [...new Set(read)].join(', ') || 'not known'
}

/** The clauses of what binds the weights that limit something. */
export const limitingOf = (report: Report): readonly Clause[] =>
  bindingOf(report).flatMap(({ clauses }) => clauses.filter(limitsSomething))

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
  return inEnglish([...rows.values()]).sort((one, other) => Number(other.mode === 'ban') - Number(one.mode === 'ban'))
}

/** What a text says in two languages, told once in English: it names a law or a place in the words of each. */
function inEnglish(clauses: readonly Clause[]): Clause[] {
  const keyOf = ({ kind, mode, parameters }: Clause, share: number) =>
    JSON.stringify([share, kind, mode, Object.keys(parameters)])
  const said = groupsBy(clauses, one => keyOf(one, one.cited.filter(isInOther).length / one.cited.length))
  return clauses.flatMap(clause => {
    const [own, others] = [said.get(keyOf(clause, 0)) ?? [], said.get(keyOf(clause, 1)) ?? []]
    if (own.length !== others.length) return [clause]
    const again = others[own.indexOf(clause)]
    return again ? [{ ...clause, cited: [...clause.cited, ...again.cited] }] : others.includes(clause) ? [] : [clause]
  })
}
