import { inFewWords } from '../evidence/compute/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import type { License, Report, Term } from '../report/report.ts'
import { TERMS, type TermId } from '../report/vocabulary.ts'
import { withCommas } from '../text/digits.ts'
import { effectsOn } from '../uses/answers.ts'
import type { StatedUse } from '../uses/stated.ts'
import { type Candidate, hasFewer, lacksOf, lineOf, lostOf, misfitOf, stretchOf } from './fit.ts'
import { isWhole, type Proven, parametersOf, provenOf, type Tuning, tuningIn } from './known.ts'
import { type Sought, soughtBy, soughtIn } from './sought.ts'

/** terms that say nothing of how open a model is: none is here, or too little could be read */
const SAYS_NOTHING: readonly TermId[] = ['no-model', 'undetermined']

/**
 * Whether a release is known to be less open than what is proven of another: a less open term, or the same one where
 * the other's training data and code are given, and nothing says that these of the release may be.
 */
function isMoreOpen(entry: KnownAlternative, proven: Proven, than: Pick<Term, 'id' | 'ceiling'>): boolean {
  if (SAYS_NOTHING.includes(than.id)) return false
  return isHigher(proven.term, than.id) || (proven.term === than.id && isWhole(entry) && than.ceiling === than.id)
}

/** Whether the one term is more open than the other. */
const isHigher = (one: TermId, other: TermId): boolean => TERMS.indexOf(one) < TERMS.indexOf(other)

/** Why one may take it: its license and who judged it, what it is, what is given, and what one gives up. */
function whyOf(candidate: Candidate, sought: Sought, { terms, tasks }: Pick<Knowledge, 'terms' | 'tasks'>): string {
  const { entry, proven, parameters, away } = candidate
  const { given, context, languages, released } = entry
  const { license, review, ceiling, term, by } = proven
  const near = away === 0 ? null : tasks.find(({ id }) => sought.task.near.includes(id))?.name
  const size = parameters === null ? null : `${inFewWords(parameters)} parameters`
  const facts = [
    license.name,
    size,
    context === undefined ? null : `${withCommas(context)} tokens of context`,
    languages === undefined ? null : languagesIn(languages),
    released ?? null,
    near ? `for ${near}` : null,
  ]
  const open = [given?.data && `training data ${given.data}`, given?.code && 'training code released'].filter(Boolean)
  const confirmed =
    review.length > 0 && isHigher(ceiling, term)
      ? `${terms.get(ceiling)?.label ?? ceiling} if a reviewer confirms ${review.join(' and ')}`
      : null
  const lost = givenUp(candidate, sought).filter(part => part !== false)
  return [
    facts.filter(fact => fact !== null).join('; '),
    open.length > 0 ? `${open.join(', ')} (${given?.by})` : 'no training data or code known to be given',
    confirmed,
    lost.length > 0 ? `one gives up: ${lost.join('; ')}` : null,
    by,
  ]
    .filter(part => part !== null)
    .join('. ')
}

const REASONS_SHOWN = 6
const languagesIn = (languages: readonly string[] | number): string =>
  typeof languages === 'number'
    ? `${languages} languages`
    : languages.length > REASONS_SHOWN
      ? `${languages.length} languages`
      : languages.join(', ')

/** What is less than with the model that is sought, or not known to be as much, and what costs more. */
function givenUp({ entry, id, size, parameters }: Candidate, sought: Sought): (string | false)[] {
  const { context, languages } = entry
  const lost = languages === undefined ? [] : lostOf(languages, sought)
  const fewer = languages !== undefined && lost.length === 0 && hasFewer(languages, sought)
  const tuning = tuningIn(id, entry)
  const here = inFewWords(sought.parameters ?? 0)
  const differs = typeof size === 'number' && Math.abs(size) >= SIZE_DIFFERS
  return [
    differs && size < 0 && `size (${here} parameters here)`,
    differs && size > 0 && `memory (${tidy(2 ** size)} times the parameters)`,
    size === 'any' &&
      Math.log2((sought.most ?? 0) / (parameters ?? Infinity)) >= SIZE_DIFFERS &&
      `size (up to ${inFewWords(sought.most ?? 0)} parameters here)`,
    size === null && `size (not stated; ${here} parameters here)`,
    sought.context !== null &&
      context === undefined &&
      `context (not stated; ${withCommas(sought.context)} tokens here)`,
    sought.context !== null &&
      (context ?? Infinity) < sought.context * 0.9 &&
      `context (${withCommas(sought.context)} tokens here)`,
    lost.length > 0 && lost.slice(0, REASONS_SHOWN).join(', '),
    fewer && `languages (${sought.tongues} here)`,
    languages === undefined && sought.tongues > 1 && `languages (not stated; ${sought.tongues} here)`,
    ...lacksOf(entry, sought),
    ...(sought.task.talks && sought.tuning !== tuning ? [TUNED[tuning]] : []),
  ]
}

/** sizes that differ by more than a quarter: a doubling is 1 */
const SIZE_DIFFERS = Math.log2(1.25)
const tidy = (times: number): number => (times < 10 ? Math.round(times * 10) / 10 : Math.round(times))

const TUNED: Readonly<Record<Tuning, string>> = {
  base: 'tuning for instructions or chat',
  chat: 'a base (this one is tuned for instructions or chat)',
  reasoning: 'short answers (this one is tuned to reason first)',
}

/** more than these nobody looks at in a report */
const MOST_ALTERNATIVES = 3

type Than = Pick<Term, 'id' | 'ceiling'>

/**
 * Releases known to be more open than this one, at most three, all proven to be open for the use that is stated: of the
 * same task before a near one, those that fit best in tuning, size, languages, context and age first. Of such as fit
 * alike one whose training data and code are given comes first; where none of these fits best, the best of them is
 * second.
 */
export function suggestAlternatives(
  evidence: Evidence,
  { term, models }: Pick<Report, 'term' | 'models'>,
  knowledge: Knowledge,
  use: StatedUse | null,
  binding: readonly License[],
): Report['alternatives'] {
  const name = models.find(model => model.term.id === term.id)?.name ?? evidence.release.name
  const sought = soughtIn(evidence, name, knowledge)
  return sought ? suggested(sought, term, knowledge, use, binding) : []
}

/** The same for a model that is known by its name alone; `than` is null where nothing is known of how open it is. */
export function suggestByName(
  { id, host }: { readonly id: string; readonly host: string },
  than: Than | null,
  knowledge: Knowledge,
  use: StatedUse | null,
  binding: readonly License[],
): Report['alternatives'] {
  const sought = soughtBy(id, host, knowledge)
  return sought ? suggested(sought, than, knowledge, use, binding) : []
}

function suggested(
  sought: Sought,
  term: Than | null,
  knowledge: Knowledge,
  use: StatedUse | null,
  binding: readonly License[],
): Report['alternatives'] {
  // for a use that its terms are not open for, whatever is open for it will do
  const than = binding.every(license => isOpenFor(use, license, knowledge)) ? term : null
  const own = knowledge.alternatives.flatMap(({ entries }) => entries).find(entry => isItself(entry, sought))
  if (than && own && isWhole(own)) return []
  const all = knowledge.alternatives.flatMap(({ id: task, entries }) =>
    entries.flatMap(entry => {
      const tasks = [task, ...(entry.also ?? [])]
      const away = tasks.includes(sought.task.id) ? 0 : tasks.some(id => sought.task.near.includes(id)) ? 1 : null
      return away === null || isItself(entry, sought)
        ? []
        : candidatesOf(entry, sought, than, knowledge, use).map(one => ({ ...one, away }))
    }),
  )
  const newest = all.reduce((last, { entry: { released = '' } }) => (released > last ? released : last), '')
  const sizes = all.flatMap(({ parameters }) => parameters ?? []).toSorted((one, other) => one - other)
  const [largest = 1, middle = 1] = [sizes.at(-1), sizes[Math.floor(sizes.length / 2)]]
  const among = { newest, largest, middle, alike: knowledge.alike }
  const fitted = all.map(one => ({
    ...one,
    misfit: misfitOf(one, sought, among),
    stretch: stretchOf(one, sought, among),
  }))
  const sorted = fitted.sort((one, other) => nearer(one, other, sought))
  // of a family the nearest
  const [first, ...more] = sorted.filter((one, at) => sorted.findIndex(({ entry }) => entry === one.entry) === at)
  if (!first) return []
  const whole = [first, ...more].find(({ entry, away }) => away === 0 && isWhole(entry))
  const named = new Set([first, ...(whole ? [whole] : []), ...more])
  return [...named].slice(0, MOST_ALTERNATIVES).map(candidate => ({
    model: candidate.id,
    term: candidate.proven.term,
    why: whyOf(candidate, sought, knowledge),
  }))
}

/** The models of a family that are proven, more open, and open for the use. */
const candidatesOf = (
  entry: KnownAlternative,
  sought: Sought,
  than: Than | null,
  knowledge: Knowledge,
  use: StatedUse | null,
): Omit<Candidate, 'away' | 'misfit' | 'stretch'>[] =>
  Object.keys(entry.models).flatMap(id => {
    const proven = provenOf(id, entry, knowledge)
    if (!proven || (than && !isMoreOpen(entry, proven, than)) || !isOpenFor(use, proven.license, knowledge)) return []
    const parameters = parametersOf(id, entry)
    const size = sought.parameters === null ? 'any' : parameters && Math.log2(parameters / sought.parameters)
    return [{ entry, id, proven, parameters, size }]
  })

const isItself = ({ models, audit }: KnownAlternative, { ids }: Sought): boolean =>
  [...Object.keys(models), ...(audit ? [audit.of] : [])].some(id => ids.includes(id.toLowerCase()))

/** what hands a model on to others, in a product or by a service: terms of passing it on may reach that */
const HANDS_ON = ['integrate', 'hosted-service']

/** Whether no clause of its license stands against what is stated, nor asks for anything where it does. */
function isOpenFor(use: StatedUse | null, license: License, knowledge: Knowledge): boolean {
  if (!use) return true
  const always = knowledge.uses.actions.flatMap(({ id, always }) => (always ? id : []))
  const passed = HANDS_ON.some(action => use.actions.has(action)) ? ['redistribute'] : []
  const effects = effectsOn([...use.actions, ...always, ...passed], [license], use, knowledge)
  return effects.every(({ does }) => does === 'informs')
}

const openness = ({ entry: { given } }: Candidate) => Number(given?.data !== 'released') + Number(!given?.code)

function nearer(one: Candidate, other: Candidate, sought: Sought): number {
  const strange = ({ id }: Candidate) => Number(lineOf(id) !== lineOf(sought.name))
  return (
    one.away - other.away ||
    one.misfit - other.misfit ||
    openness(one) - openness(other) ||
    (sought.task.talks ? Math.floor(one.stretch) - Math.floor(other.stretch) : 0) ||
    strange(one) - strange(other) ||
    Math.floor(one.stretch * 2) - Math.floor(other.stretch * 2) ||
    (other.entry.released ?? '').localeCompare(one.entry.released ?? '') ||
    one.stretch - other.stretch
  )
}
