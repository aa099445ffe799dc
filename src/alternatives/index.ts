import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import type { License, Model, Report, Term } from '../report.ts'
import { effectsOn } from '../uses/answers.ts'
import type { StatedUse } from '../uses/stated.ts'
import { isWhole, type Proven, parametersOf, provenOf } from './known.ts'
import { isMoreOpen } from './more-open.ts'
import { type Sought, soughtBy, soughtIn } from './sought.ts'
import { losesLanguages, talks, whyOf } from './why.ts'

/** more than these nobody looks at in a report */
const MOST = 3

/** A model that could stand in, and how far it is from what is sought. */
export interface Candidate {
  readonly entry: KnownAlternative
  readonly id: string
  readonly proven: Proven
  readonly parameters: number | null
  /** 0 the same task, 1 a near one */
  readonly away: number
  /** how often its size must be doubled or halved; null where a size is not known */
  readonly doublings: number | null
}

type Than = Pick<Term, 'id' | 'ceiling'>

/**
 * Releases known to be more open than this one, at most three, all proven to be open for the use that is stated. One
 * of the same task and as many languages whose training data and code are given comes first; else of the same task
 * before a near one, of like size before others.
 */
export function suggestAlternatives(
  evidence: Evidence,
  term: Term,
  models: readonly Model[],
  knowledge: Knowledge,
  use: StatedUse | null = null,
  binding: readonly License[] = [],
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
  const near = knowledge.alternatives
    .flatMap(({ id: task, entries }) => {
      const away = task === sought.task.id ? 0 : sought.task.near.includes(task) ? 1 : null
      return away === null ? [] : entries.flatMap(entry => candidateOf(entry, away, sought, than, knowledge, use) ?? [])
    })
    .sort((one, other) => nearer(one, other, sought))
  const whole = near.find(({ entry, away }) => away === 0 && isWhole(entry) && !losesLanguages(entry, sought))
  return [...(whole ? [whole] : []), ...near.filter(one => one !== whole)].slice(0, MOST).map(candidate => ({
    model: candidate.id,
    term: candidate.proven.term,
    why: whyOf(candidate, sought, knowledge),
  }))
}

/** The model of a family that is nearest, where it is proven, open for the use, and not what is sought itself. */
function candidateOf(
  entry: KnownAlternative,
  away: number,
  sought: Sought,
  than: Than | null,
  knowledge: Knowledge,
  use: StatedUse | null,
): Candidate | null {
  if (isItself(entry, sought)) return null
  const all = Object.keys(entry.models).flatMap((id): Candidate[] => {
    const proven = provenOf(id, entry, knowledge)
    if (!proven || (than && !isMoreOpen(entry, proven, than)) || !isOpenFor(use, proven.license, knowledge)) return []
    const parameters = parametersOf(id, entry)
    const known = parameters !== null && sought.parameters !== null
    const doublings = known ? Math.abs(Math.log2(parameters / sought.parameters)) : null
    return [{ entry, id, proven, parameters, away, doublings }]
  })
  // where the size sought is not known, the largest is the nearest to doing the same
  const size = ({ doublings, parameters }: Candidate) => doublings ?? -(parameters ?? 0)
  return all.sort((one, other) => size(one) - size(other) || tuned(one, sought) - tuned(other, sought))[0] ?? null
}

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

/** Sizes within a factor of two are alike; beyond, within a factor of four, then of eight, and so on. */
const step = ({ doublings }: Candidate) => (doublings === null ? 2 : Math.floor(doublings))
const tuned = ({ id }: Candidate, sought: Sought) => Number(talks(id) !== talks(sought.name))
const openness = ({ entry: { given } }: Candidate) => Number(given?.data !== 'released') + Number(!given?.code)

/** An account and the letters that a name begins with: "org/heron3-7b" and "org/Heron-2" are of one line. */
const lineOf = (id: string) => /^[^/]*\/?[a-z]*/i.exec(id)?.[0].toLowerCase()

function nearer(one: Candidate, other: Candidate, sought: Sought): number {
  const lost = ({ entry }: Candidate) => Number(losesLanguages(entry, sought))
  const strange = ({ id }: Candidate) => Number(lineOf(id) !== lineOf(sought.name))
  return (
    one.away - other.away ||
    lost(one) - lost(other) ||
    step(one) - step(other) ||
    strange(one) - strange(other) ||
    tuned(one, sought) - tuned(other, sought) ||
    openness(one) - openness(other) ||
    (other.entry.released ?? '').localeCompare(one.entry.released ?? '') ||
    (one.doublings ?? 0) - (other.doublings ?? 0)
  )
}
