import type { Knowledge } from '../../knowledge/knowledge.ts'
import { leastOpen } from '../../licenses/class.ts'
import type { Citation, Clause, License } from '../../report/report.ts'
import { GRANTS } from '../../report/vocabulary.ts'
import { withCommas } from '../../text/digits.ts'
import type { Change, LicenseDiff, Side } from './change.ts'

/** What a parameter of a clause is called where a reader is told that it changed. */
const NOUNS: Readonly<Record<string, string>> = {
  territories: 'the excluded territory',
  only: 'the only territory',
  consequence: 'what follows above it',
  measured: 'when it is measured',
  scope: 'the scope',
  url: 'the address of the policy',
  law: 'the governing law',
  venue: 'the place of the courts',
  language: 'the prevailing language',
  text: 'the text to show',
  prefix: 'the name to begin with',
  noticeDays: 'the notice, in days,',
  percent: 'the share to pay, in percent,',
  amount: 'the amount to pay',
  term: 'the term',
  group: 'the excluded group',
  sectors: 'the barred sectors',
  against: 'who may not be sued',
  ends: 'what ends',
  unless: 'the exception',
}

/** The noun for a parameter; one that has none is called by its name, its words apart. */
const nounOf = (name: string): string => NOUNS[name] ?? name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

/** What a parameter that is true or not says when it begins and when it ends to be true. */
const SWITCHES: Readonly<Record<string, readonly [string, string]>> = {
  affiliates: ['affiliates count too now', 'affiliates no longer count'],
  mayChange: ['the policy may now change', 'the policy no longer changes'],
  bindsCopies: ['changes now bind copies already received', 'changes no longer bind copies already received'],
  automatic: ['it now ends by itself', 'it no longer ends by itself'],
  arbitration: ['disputes now go to arbitration', 'disputes no longer go to arbitration'],
  outputs: ['outputs are covered now', 'outputs are no longer covered'],
}

const SCALES = [
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** A number as one says it: 1 million, 2.5 billion, 20,000. */
function inNumberWords(number: number): string {
  for (const [scale, word] of SCALES)
    if (number >= scale && (number / scale) * 100 === Math.round((number / scale) * 100))
      return `${number / scale} ${word}`
  return withCommas(number)
}

type Parameters = Clause['parameters']

/** parameters that together are one amount */
const AMOUNT = new Set(['over', 'unit', 'metric', 'period'])

let regions: Intl.DisplayNames | undefined

/** What differs between the parameters of two clauses of a kind, in words. */
export function parameterChanges(before: Parameters, after: Parameters): readonly string[] {
  const says: string[] = []
  const [was, is] = [amountOf(before), amountOf(after)]
  if (was !== is) says.push(limitChange(before, after, was, is))
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter(name => !AMOUNT.has(name)))
  for (const name of names) {
    const change = valueChange(name, before[name], after[name])
    if (change) says.push(change)
  }
  return says
}

function limitChange(before: Parameters, after: Parameters, was: string, is: string): string {
  if (was === '') return `the cap is now ${is} (none was named)`
  if (is === '') return `no cap is named any more (it was ${was})`
  const [lower, higher] = [before.over, after.over]
  const same = amountOf({ ...before, over: higher }) === is
  if (!same || typeof lower !== 'number' || typeof higher !== 'number') return `the cap is now ${is} (it was ${was})`
  return `the cap ${higher > lower ? 'rose' : 'fell'} from ${inNumberWords(lower)} to ${is}`
}

function valueChange(name: string, before: unknown, after: unknown): string | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  const [begins, ends] = SWITCHES[name] ?? []
  if (begins && after === true && isNothing(before)) return begins
  if (ends && before === true && isNothing(after)) return ends
  const words = nounOf(name)
  const [was, is] = [listOf(before), listOf(after)]
  if (was && is) {
    const grew = was.every(value => is.includes(value))
    const shrank = is.every(value => was.includes(value))
    const how = grew ? 'grew' : shrank ? 'shrank' : 'changed'
    return `${words} ${how} from ${parameterInWords(name, was)} to ${parameterInWords(name, is)}`
  }
  if (isNothing(before)) return after === true ? `now ${words}` : `${words} is now ${valueInWords(name, after)}`
  if (isNothing(after))
    return before === true ? `no longer ${words}` : `${words} is no longer ${valueInWords(name, before)}`
  return `${words} is now ${valueInWords(name, after)} (it was ${valueInWords(name, before)})`
}

/** The parameters of a clause in a few words: `over 700,000,000 monthly active users, territories: European Union`. */
function parametersInWords(parameters: Parameters): string {
  const amount = amountOf(parameters)
  const others = Object.entries(parameters).flatMap(([name, value]) => {
    if (AMOUNT.has(name) || isNothing(value)) return []
    const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
    return [value === true ? words : `${words}: ${valueInWords(name, value)}`]
  })
  return [...(amount ? [`over ${amount}`] : []), ...others].join(', ')
}

function amountOf({ over, unit, metric, period }: Parameters): string {
  const number = typeof over === 'number' ? inNumberWords(over) : over
  const words = String(metric ?? '')
  const every = typeof period === 'string' && !words.includes(period) ? `a ${period}` : undefined
  return [number, unit, metric, every].filter(part => !isNothing(part)).join(' ')
}

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

const listOf = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : null

const valueInWords = (name: string, value: unknown): string => {
  if (value === true) return 'so'
  const list = listOf(value)
  return list ? parameterInWords(name, list) : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function parameterInWords(name: string, values: readonly string[]): string {
  const words = values.map(value => (name === 'territories' || name === 'only' ? territory(value) : value))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The English name of a country by its ISO code; other codes stand for themselves. */
function territory(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  regions ??= new Intl.DisplayNames(['en'], { type: 'region' })
  return regions.of(code) ?? code
}

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
