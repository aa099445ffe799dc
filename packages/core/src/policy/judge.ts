import type { Citation, Report } from '../report/report.ts'
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
interface PolicyAnswer {
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

/**
 * Where what an expression asks for can be seen: the clauses, conflicts, claims or components it names, else the term's
 * reasons.
 */
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

/** Whether a policy leaves a file out by name: its language, or a pattern of its path. */
export function isLeft(policy: Policy, path: string, language: string | null): boolean {
  const { languages, paths } = policy.leave
  if (language !== null && languages.some(one => one.toLowerCase() === language.toLowerCase())) return true
  return paths.some(pattern => matches(pattern.split('/'), path.split('/')))
}

/** `**` stands for any folders, `*` for anything within a step, and a folder for all that is in it. */
function matches([first, ...rest]: readonly string[], steps: readonly string[]): boolean {
  if (first === undefined) return true
  if (first === '') return rest.length === 0
  if (first === '**') return steps.some((_, at) => matches(rest, steps.slice(at)))
  const [step, ...more] = steps
  return step !== undefined && matchesStep(first, step) && matches(rest, more)
}

/** Parts between the stars, one after the other, the last at the end. */
function matchesStep(pattern: string, step: string): boolean {
  const parts = pattern.split('*')
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length === 1) return pattern === step
  if (!step.startsWith(first) || !step.endsWith(last) || step.length < first.length + last.length) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = step.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= step.length - last.length
}
