import type { Knowledge } from '../knowledge/knowledge.ts'
import { isOpenClass } from '../licenses/class.ts'
import { isPrice, isSize, limitsOver } from '../licenses/clauses/bought.ts'
import { readDeclared } from '../licenses/declared.ts'
import { placeKey } from '../licenses/places.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { resolveId } from '../names/index.ts'
import type { Citation, Cited, Clause, License, Note, TextCitation } from '../report/report.ts'

/** a text that is the known one, perhaps with changes, or that calls itself by its title */
const SAME: ReadonlySet<string> = new Set(['exact', 'residue', 'contained', 'none'])

/**
 * A license with all that binds by it: the clauses that were read, and of a known one those that are known of it. By
 * name it is as good as by its text, and its text as good as its name: what is known of it is cited where it stands
 * there.
 */
export function withFacts(
  { license, places }: Pick<LicenseReading, 'license' | 'places'>,
  knowledge: Knowledge,
): License {
  const facts = license.text === null ? [] : factsOf(license, knowledge)
  if (facts.length === 0) return license
  const exact = license.match.kind === 'exact'
  const listed = (knowledge.licenses.get(license.id ?? '')?.spdx.length ?? 0) > 0
  const read = license.clauses.map((clause): Clause => {
    if (!exact) return clause
    const fact = facts.find(({ kind }) => kind === clause.kind)
    if (fact) return { ...clause, mode: fact.mode, parameters: { ...clause.parameters, ...fact.parameters } }
    // of a listed text as it is, all who read it would know what it forbids
    return listed && knowledge.clauses.get(clause.kind)?.uses?.forbids ? { ...clause, mode: 'definition' } : clause
  })
  const placeOf = ({ kind, parameters }: Clause): TextCitation | null => {
    const place = places?.get(placeKey(kind, parameters.section))
    return place ? { ...place, ...license.text } : null
  }
  const known = facts
    .filter(fact => !license.clauses.some(({ kind }) => kind === fact.kind))
    // a text with a title of its own says itself what it asks
    .filter(fact => placeOf(fact) !== null || !hasOwnTitle(license, knowledge))
    .map((fact): Clause => {
      const place = placeOf(fact)
      return place ? { ...fact, cited: [place] } : fact
    })
  return {
    ...license,
    clauses: [
      ...facts.reduceRight<readonly Clause[]>((all, fact) => knownFirst(all, fact.kind, placeOf(fact)), read),
      ...known,
    ],
  }
}

/** Clauses, the first of a kind cited where it is known to stand. */
function knownFirst(clauses: readonly Clause[], kind: string, place: TextCitation | null): readonly Clause[] {
  const first = clauses.findIndex(clause => clause.kind === kind)
  const one = clauses[first]
  if (one === undefined || place === null) return clauses
  const there = clauses.findIndex(clause => clause.kind === kind && clause.cited.some(cited => isWithin(place, cited)))
  const known = clauses[there] ?? { ...one, cited: [place, ...one.cited] }
  return clauses.map((clause, at) => (at === first ? known : at === there ? one : clause))
}

const isWithin = ({ path, line, endLine }: TextCitation, cited: Citation) =>
  'endLine' in cited && cited.path === path && cited.line <= endLine && line <= cited.endLine

/** Whether a text that is like a known one is called otherwise. */
const hasOwnTitle = ({ id, name, match: { nearest } }: License, { licenses }: Knowledge): boolean =>
  id === null && name?.startsWith(licenses.get(nearest ?? '')?.name ?? '') === false

/** Clauses of the license that a text is, or is titled as, from its facts; none of an open one. */
function factsOf({ id, match, cited: [first, ...others] }: License, knowledge: Knowledge): readonly Clause[] {
  const known = id ?? (SAME.has(match.kind) ? match.nearest : null)
  const resolved = known === null ? null : resolveId(known, null, knowledge)
  if (!resolved || !first || isOpenClass(resolved.class)) return []
  const cited: Cited = [first, ...others]
  return readDeclared(resolved, cited, knowledge).license.clauses
}

/**
 * Clauses that bind whoever uses it; of an open text those take nothing that its approval has weighed, what is asked
 * above a limit of size is told with the limit, and the price of another license binds by that one.
 */
export function bindingIn({ class: of, clauses, match, text }: License, knowledge: Knowledge): readonly Clause[] {
  // a text of its own has no approval, however open
  const trusted = isOpenClass(of) && (match.kind === 'exact' || text === null)
  const binding = trusted ? clauses.filter(({ against }) => against.length === 0) : clauses
  const { clauses: kinds } = knowledge
  return binding.filter(clause => limitsOver(clause, binding, kinds).length === 0 && !isPrice(clause, binding, kinds))
}

/** Whether it allows commerce up to a size: what it grants for other use is then the other half of that. */
export function isLimited({ class: of, clauses }: License, knowledge: Knowledge): boolean {
  // what counts as commerce may be defined by the size
  return clauses.some(one => isSize(one, knowledge.clauses) && (of !== 'non-commercial' || one.mode === 'definition'))
}

/** Notes of licenses whose terms are known to be younger than the day a report is of: no older states are kept. */
export const laterTerms = (
  readings: readonly { readonly license: License }[],
  on: string,
  { licenses }: Knowledge,
): readonly Note[] =>
  readings.flatMap(({ license }) => {
    const from = license.id ? licenses.get(license.id)?.effectiveFrom : undefined
    if (from === undefined || from <= on) return []
    const name = license.name ?? license.id
    return [{ says: `${name}: these terms are of ${from}, later than ${on}; which terms held before is not known` }]
  })
