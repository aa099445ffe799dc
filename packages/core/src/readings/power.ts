import type { Allowed, Claim, Doubt, Evaluation, Finding, License, Report, Term } from '../report/report.ts'
import { type Answer, DECIDING, isStricter, TERMS, type TermId } from '../report/vocabulary.ts'

/**
 * The one gate for what agents and models read. `proven` is a release judged by proof and by what persons read, `read`
 * the same with everybody's readings. What comes out never has a floor above that of `proven`, no answer that is less
 * strict where a restriction is proven, and every doubt that `proven` has; a term that is not proven is concluded from
 * `read`, with the names of its readers.
 */
export function withinPower(proven: Report, read: Report, readers: readonly string[]): Report {
  const doubts = doubtsOfBoth(proven, read)
  const named = new Map(proven.models.map(model => [model.name, model]))
  const alone = proven.models.filter(({ name }) => !read.models.some(one => one.name === name))
  const licenses = both(proven.licenses, read.licenses, licenseIdentity)
  const keys = licenses.map(licenseIdentity)
  /** what binds a model by proof stays bound */
  const binding = ({ name, licenses: of = [] }: Report['models'][number]) => {
    const byReading = of.map(at => keys.indexOf(licenseIdentity(read.licenses[at])))
    return [...new Set([...(named.get(name)?.licenses ?? []), ...byReading])]
  }
  return {
    ...proven,
    term: termOf(proven.term, read.term, readers),
    models: [
      ...read.models.map(model => ({
        ...model,
        ...(model.licenses ? { licenses: binding(model) } : {}),
        term: termOf(named.get(model.name)?.term ?? proven.term, model.term, readers),
      })),
      ...alone,
    ],
    findings: both(proven.findings, read.findings, ({ id }: Finding) => id),
    licenses,
    evaluations: proven.evaluations.map(one => evaluationOf(one, read.evaluations)),
    claims: claimsOf(proven.claims, read.claims),
    lineage: both(proven.lineage, read.lineage, ({ model }) => model),
    conflicts: both(proven.conflicts, read.conflicts, ({ because }) => because),
    obligations: both(proven.obligations, read.obligations, ({ do: what, clause }) => `${clause} ${what}`),
    ...((proven.uses ?? read.uses) ? { uses: usesOf(proven.uses ?? [], read.uses ?? [], doubts.idOf, readers) } : {}),
    ...(doubts.all.length > 0 ? { doubts: doubts.all } : {}),
    ...(proven.use && read.use ? { use: isStricter(read.use.answer, proven.use.answer) ? read.use : proven.use } : {}),
    notes: both(proven.notes, read.notes, ({ says }) => says),
  }
}

/** What tells licenses apart. */
const licenseIdentity = (license: License | undefined): string =>
  JSON.stringify([license?.id, license?.name, license?.text, license?.cited[0]])

/** All of one list, and what only the other has. */
function both<One>(own: readonly One[], other: readonly One[], keyOf: (one: One) => string): One[] {
  const known = new Set(own.map(keyOf))
  return [...own, ...other.filter(one => !known.has(keyOf(one)))]
}

/** The term that is less open. */
const lessOpen = (one: TermId, other: TermId): TermId => (TERMS.indexOf(one) < TERMS.indexOf(other) ? other : one)

function termOf(proven: Term, read: Term, readers: readonly string[]): Term {
  const floor = lessOpen(proven.floor, read.floor)
  // what is proven is read otherwise only where that makes it less open
  const isProven = proven.floor !== 'undetermined' && proven.floor === proven.id
  const concludes = isProven ? lessOpen(proven.id, read.id) !== proven.id : read.id !== 'undetermined'
  if (!concludes || (read.id === proven.id && floor === proven.floor))
    return { ...proven, floor, facets: [...new Set([...proven.facets, ...read.facets])] }
  // terms that only a reading makes reach the weights are none that a gate may presume
  const { basis: _, ...concluded } = read
  return {
    ...concluded,
    floor,
    ceiling: TERMS.indexOf(proven.ceiling) < TERMS.indexOf(read.id) ? proven.ceiling : read.id,
    facets: [...new Set([...read.facets, ...proven.facets])],
    review: [...new Set([...proven.review, ...read.review])],
    because: [...new Set([...read.because, ...proven.because])],
    toMoveUp: proven.toMoveUp,
    readBy: [...readers],
  }
}

function usesOf(
  proven: readonly Allowed[],
  read: readonly Allowed[],
  idOf: (id: string) => string,
  readers: readonly string[],
): Allowed[] {
  const keyOf = ({ model, use }: Allowed) => `${use} ${model}`
  const before = new Map(proven.map(row => [keyOf(row), row]))
  const rows = read.map((row): Allowed => {
    const own = before.get(keyOf(row))
    before.delete(keyOf(row))
    const isDecided = row.answer === 'no' || row.answer === 'if'
    const also = { ...row, doubts: isDecided ? [] : [...new Set([...(own?.doubts ?? []), ...row.doubts.map(idOf)])] }
    if (own && own.answer !== 'unknown') return isStricter(row.answer, own.answer) ? also : own
    return row.answer === 'yes' || row.answer === 'presumably'
      ? { ...also, answer: 'presumably', says: readByInWords(readers) }
      : row.answer === 'unknown' && own
        ? own
        : also
  })
  return [...rows, ...before.values()]
}

/** "as read by qwen3:8b; no person confirmed" */
export const readByInWords = (readers: readonly string[]): string =>
  `as read by ${readers.join(' and ')}; no person confirmed`

function doubtsOfBoth({ doubts: own = [] }: Report, { doubts: read = [] }: Report) {
  const keyOf = ({ says, cited }: Doubt) => JSON.stringify([says, cited[0]])
  const ids = new Map(own.map(doubt => [keyOf(doubt), doubt.id]))
  const all = [...own]
  const named = new Map<string, string>()
  for (const doubt of read) {
    const id = ids.get(keyOf(doubt)) ?? `doubt-${all.length + 1}`
    named.set(doubt.id, id)
    if (!ids.has(keyOf(doubt))) all.push({ ...doubt, id })
  }
  return { all, idOf: (id: string) => named.get(id) ?? id }
}

/** Whether an answer to a requirement, or a conclusion that is one, is stricter than another. */
function decides(one: string, other: string): boolean {
  const [at, before] = [one, other].map(answer => DECIDING.indexOf(answer as Answer))
  return at !== undefined && before !== undefined && at >= 0 && before >= 0 && at < before
}

function evaluationOf(proven: Evaluation, all: readonly Evaluation[]): Evaluation {
  const read = all.find(({ framework, reading }) => framework === proven.framework && reading === proven.reading)
  if (!read) return proven
  const rows = new Map(read.requirements.map(row => [row.id, row]))
  return {
    ...proven,
    conclusion: decides(read.conclusion, proven.conclusion) ? read.conclusion : proven.conclusion,
    requirements: proven.requirements.map(row => {
      const other = rows.get(row.id)
      return other && decides(other.answer, row.answer) ? other : row
    }),
  }
}

const CHECKS = ['contradicted', 'undetermined', 'supported'] as const satisfies readonly Claim['check'][]

/** A claim that only a reading contradicts is not contradicted: nobody is told so on the word of a model. */
function asRead(claim: Claim): Claim {
  const { wouldChange: _, holds: __, ...rest } = claim
  return claim.check === 'contradicted'
    ? { ...rest, check: 'undetermined', strength: 'scope', suggestion: null }
    : claim
}

function claimsOf(proven: readonly Claim[], read: readonly Claim[]): Claim[] {
  const keyOf = ({ says, kind, cited }: Claim) => JSON.stringify([says, kind, cited[0]])
  const others = new Map(read.map(claim => [keyOf(claim), asRead(claim)]))
  const own = proven.map(claim => {
    const other = others.get(keyOf(claim))
    return other && CHECKS.indexOf(other.check) < CHECKS.indexOf(claim.check) ? other : claim
  })
  return both(own, [...others.values()], keyOf)
}
