import type { Knowledge } from '../../knowledge/knowledge.ts'
import { leastOpen } from '../../licenses/class.ts'
import type { Citation, Clause, License } from '../../report/report.ts'
import { GRANTS } from '../../report/vocabulary.ts'
import type { Change, LicenseDiff, Side } from './change.ts'
import { parameterChanges, parametersInWords } from './parameters.ts'

/** What changed from one set of license texts to another, in clauses. Both must hold at least one license. */
export function compareLicenses(
  before: readonly License[],
  after: readonly License[],
  { clauses }: Pick<Knowledge, 'clauses'>,
): LicenseDiff {
  const [one, other] = [sideOf(before), sideOf(after)]
  const name = (kind: string) => clauses.get(kind)?.name ?? kind
  const changes: Change[] = []
  if (one.class !== other.class)
    changes.push({
      about: 'class',
      id: 'class',
      how: 'changed',
      says: `the class changed from ${one.class} to ${other.class}`,
      before: places(before),
      after: places(after),
    })
  const kinds = new Set([...before, ...after].flatMap(license => license.clauses.map(clause => clause.kind)))
  for (const kind of kinds) changes.push(...kindChanges(kind, name(kind), of(before, kind), of(after, kind)))
  return {
    schemaVersion: 1,
    before: one,
    after: other,
    changes: [...changes, ...grantChanges(before, after), ...verdictChanges(before, after)],
  }
}

const places = (licenses: readonly License[]): readonly Citation[] =>
  licenses.flatMap(license => license.cited.slice(0, 1))

/** Clauses of a kind, each wording once with all its places. */
function of(licenses: readonly License[], kind: string): readonly Clause[] {
  const clauses = new Map<string, Clause>()
  for (const clause of licenses.flatMap(license => license.clauses)) {
    if (clause.kind !== kind) continue
    const same = clauses.get(wording(clause))
    clauses.set(wording(clause), same ? { ...same, cited: [...same.cited, ...clause.cited] } : clause)
  }
  return [...clauses.values()]
}

const wording = ({ mode, parameters }: Clause) => JSON.stringify([mode, Object.entries(parameters).sort()])

function kindChanges(
  kind: string,
  name: string,
  before: readonly Clause[],
  after: readonly Clause[],
): readonly Change[] {
  const kept = new Set(before.map(wording).filter(words => after.some(clause => wording(clause) === words)))
  const gone = before.filter(clause => !kept.has(wording(clause)))
  const come = after.filter(clause => !kept.has(wording(clause)))
  const changes: Change[] = []
  const change = (how: Change['how'], says: string, was: Clause | null, is: Clause | null) =>
    changes.push({ about: 'clause', id: kind, how, says, before: was?.cited ?? [], after: is?.cited ?? [] })
  for (const was of gone) {
    const at = Math.max(
      come.findIndex(clause => clause.mode === was.mode),
      Math.min(0, come.length - 1),
    )
    const is = come[at]
    if (!is) {
      change('removed', `${name} is gone${inBrackets(was)}`, was, null)
      continue
    }
    come.splice(at, 1)
    const mode = was.mode === is.mode ? [] : [`it is now a ${is.mode} (it was a ${was.mode})`]
    change('changed', `${name}: ${[...mode, ...parameterChanges(was.parameters, is.parameters)].join('; ')}`, was, is)
  }
  for (const is of come) change('added', `${name} is new, as a ${is.mode}${inBrackets(is)}`, null, is)
  return changes
}

function inBrackets({ parameters }: Clause): string {
  const words = parametersInWords(parameters)
  return words === '' ? '' : ` (${words})`
}

function grantChanges(before: readonly License[], after: readonly License[]): readonly Change[] {
  const gives = (licenses: readonly License[], grant: (typeof GRANTS)[number]) =>
    licenses.some(license => license.grants.includes(grant))
  return GRANTS.flatMap((grant): readonly Change[] => {
    const [was, is] = [gives(before, grant), gives(after, grant)]
    if (was === is) return []
    const says = is ? `a grant to ${grant} was found that was not there` : `no grant to ${grant} was found any more`
    return [
      { about: 'grant', id: grant, how: is ? 'added' : 'removed', says, before: places(before), after: places(after) },
    ]
  })
}

function verdictChanges(before: readonly License[], after: readonly License[]): readonly Change[] {
  const frameworks = new Set(
    [...before, ...after].flatMap(license => (license.frameworks ?? []).map(one => one.framework)),
  )
  return [...frameworks].flatMap((framework): readonly Change[] => {
    const [was, is] = [verdictOf(before, framework), verdictOf(after, framework)]
    if (!was || !is || was.verdict === is.verdict) return []
    const says = `${framework.toUpperCase()}: ${is.verdict}, was ${was.verdict} (${is.says})`
    return [{ about: 'definition', id: framework, how: 'changed', says, before: was.cited, after: is.cited }]
  })
}

/** the least good answer of several licenses counts */
const WORST = ['unmet', 'unknown', 'needs-human', 'met', 'not-applicable'] as const

function verdictOf(licenses: readonly License[], framework: string) {
  const all = licenses.flatMap(license => license.frameworks ?? []).filter(one => one.framework === framework)
  return WORST.flatMap(verdict => all.filter(one => one.verdict === verdict))[0]
}

function sideOf(licenses: readonly License[]): Side {
  const names = licenses.map(license => license.name ?? license.id ?? license.text?.path ?? 'a license')
  const [only] = licenses
  return {
    paths: [
      ...new Set(
        licenses.flatMap(license => [...(license.text ? [license.text.path] : []), ...(license.readWith ?? [])]),
      ),
    ],
    id: licenses.length === 1 && only ? only.id : null,
    name: [...new Set(names)].join(' and '),
    class: leastOpen(licenses.map(license => license.class)) ?? 'unknown',
  }
}
