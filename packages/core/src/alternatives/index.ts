import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import type { License, Report, Term } from '../report/report.ts'
import { effectsOn } from '../uses/answers.ts'
import type { StatedUse } from '../uses/stated.ts'
import { type Candidate, lineOf, misfitOf, stretchOf } from './fit.ts'
import { isWhole, parametersOf, provenOf } from './known.ts'
import { isMoreOpen } from './more-open.ts'
import { type Sought, soughtBy, soughtIn } from './sought.ts'
import { whyOf } from './why.ts'

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
