import type { Citation, Report } from '../report.ts'
import { reaches } from '../verdict/reaches.ts'
import { type Policy, REQUIRE } from './policy.ts'
import type { ReadPolicy } from './read.ts'

/** A rule that a release does not pass: what it says, where it can be seen, and the way out. */
export interface Breach {
  readonly rule: string
  readonly says: string
  readonly cited: readonly Citation[]
  readonly instead: string | null
  /** an exception that once excused it and has run out */
  readonly expired: string | null
}

/** What a policy makes of a release. */
export interface PolicyAnswer {
  readonly breaches: readonly Breach[]
  readonly excused: readonly { readonly rule: string; readonly reason: string; readonly until: string }[]
}

/** Puts a release to a policy, on a day: what is proven counts, and an exception excuses up to its last day. */
export function judgePolicy({ policy, expressions }: ReadPolicy, report: Report, on: string): PolicyAnswer {
  const { id, floor, basis } = report.term
  const counted = policy.accept?.some(one => one === basis) ? id : floor
  const broken = [
    ...(policy.require && !reaches(counted, policy.require) ? [requirement(policy.require, report)] : []),
    ...policy.rules
      .filter(({ id }) => expressions.get(id)?.(report))
      .map(({ id, deny, says, instead }) => ({
        rule: id,
        says,
        cited: evidenceFor(deny, report),
        instead: instead ?? report.term.toMoveUp[0] ?? null,
      })),
  ]
  const answers = broken.map(breach => ({ breach, excuse: exceptionFor(policy, breach.rule, report) }))
  return {
    breaches: answers
      .filter(({ excuse }) => !excuse || excuse.until < on)
      .map(({ breach, excuse }) => ({ ...breach, expired: excuse?.until ?? null })),
    excused: answers.flatMap(({ breach, excuse }) =>
      excuse && excuse.until >= on ? [{ rule: breach.rule, reason: excuse.reason, until: excuse.until }] : [],
    ),
  }
}

function requirement(required: string, report: Report): Omit<Breach, 'expired'> {
  return {
    rule: REQUIRE,
    says: `${required} is required and ${report.term.floor} is proven`,
    cited: becauseOf(report),
    instead: report.term.toMoveUp[0] ?? null,
  }
}

/** the exception that lasts longest */
function exceptionFor({ exceptions }: Policy, rule: string, { release }: Report) {
  const names = [release.name, `${release.publisher}/${release.name}`]
  return exceptions
    .filter(exception => exception.rule === rule && names.includes(exception.release))
    .toSorted((one, other) => (one.until < other.until ? 1 : -1))[0]
}

const becauseOf = ({ term, findings }: Report): readonly Citation[] =>
  term.because.flatMap(id => findings.find(finding => finding.id === id)?.cited ?? []).slice(0, 3)

/** Where what an expression asks for can be seen: the clauses, conflicts, claims or components it names, else the term's reasons. */
function evidenceFor(expression: string, report: Report): readonly Citation[] {
  const named = new Set([...expression.matchAll(/["']([^"']{1,80})["']/g)].map(found => found[1]))
  const asks = (fact: string) => new RegExp(`\\b${fact}\\b`).test(expression)
  const cited = [
    ...report.licenses
      .flatMap(({ clauses }) => clauses)
      .filter(({ kind }) => [...named].some(word => word === kind || (word?.endsWith('.') && kind.startsWith(word)))),
    ...report.conflicts.filter(({ kind }) => named.has(kind)),
    ...(asks('contradicted') ? report.claims.filter(({ check }) => check === 'contradicted') : []),
    ...(asks('components') ? report.components.filter(({ id }) => named.has(id)) : []),
  ].flatMap(({ cited }) => cited)
  return cited.length > 0 ? cited.slice(0, 3) : becauseOf(report)
}
