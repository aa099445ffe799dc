import { groupsBy } from '@unwash/core/groups'
import { runnable } from '@unwash/core/report/adapters'
import type { Allowed, License, Report } from '@unwash/core/report/report'
import { TERMS, type UseAnswer } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { capital, inWords } from '@unwash/core/text/phrase'
import type { Names } from '../names.ts'
import type { Line } from '../page.ts'
import { count } from '../words/counts.ts'

/**
 * What a title carries: the term with what stands beside it, "Weights Available AI, not open source"; of several models
 * that differ how many are what.
 */
export function verdictOf({ term, models }: Pick<Report, 'term' | 'models'>, names: Names): string {
  if (areMixed(models)) return tallyOf(runnable(models), names, 0)
  const proof = names.proof(term)
  const beside = proof === '' ? names.beside(term.id) : null
  return `${names.term(term.id)}${proof}${beside ? `, ${beside}` : ''}`
}

/** Whether models are under different terms. */
export const areMixed = (models: Report['models']) => new Set(runnable(models).map(({ term }) => term.id)).size > 1

/** How many models there are, by their terms; null of a single one. */
export function modelsLine(report: Report, names: Names): Line | null {
  const models = runnable(report.models)
  if (models.length < 2) return null
  const terms = models.map(model => model.term)
  const [first] = terms
  if (first && terms.every(({ id }) => id === first.id))
    return [`${count(terms.length, 'model')}, all ${names.term(first.id)}`]
  return [tallyOf(models, names)]
}

/** so many models are named, and more are counted */
const MODELS_NAMED = 2

/** "5 of 7 models are Open Weights AI; Heron-Fern-8B and Heron-Fern-70B are Weights Available AI" */
function tallyOf(models: Report['models'], names: Names, most = MODELS_NAMED): string {
  const groups = TERMS.map(id => ({ id, those: models.filter(({ term }) => term.id === id) }))
    .filter(({ those }) => those.length > 0)
    .toSorted((one, other) => other.those.length - one.those.length)
  return groups
    .map(({ id, those }, at) => {
      const few = at > 0 && those.length <= most ? inWords(those.map(({ name }) => name)) : String(those.length)
      const of = at === 0 ? ` of ${count(models.length, 'model')}` : ''
      return `${few}${of} ${those.length === 1 ? 'is' : 'are'} ${names.term(id)}`
    })
    .join('; ')
}

/** How each answer begins a sentence, in the order they are told. */
export const BEGINS = {
  yes: 'you may ',
  if: 'you may ',
  presumably: 'presumably you may ',
  unknown: 'it is not known whether you may ',
  no: 'you may not ',
} as const satisfies Record<UseAnswer, string>

/**
 * What may be done, in a few words: "Up to 700M users you may use it commercially and offer it as a service. You may
 * not train others on it." A condition stands before all that it binds.
 */
export function inOneSentence(uses: readonly Allowed[]): string | null {
  const parts = partsOf(uses)
  return parts.length === 0 ? null : parts.map(({ says }) => `${says}.`).join(' ')
}

/** The same, a sentence for each answer and condition, with the place of the first of them among what is asked. */
export function partsOf(
  uses: readonly Allowed[],
): readonly { readonly answer: UseAnswer; readonly says: string; readonly first: number }[] {
  const groups = groupsBy(uses, ({ answer, says }) => `${answer} ${answer === 'if' ? says.split('; ')[0] : ''}`)
  return (Object.keys(BEGINS) as UseAnswer[]).flatMap(answer =>
    [...groups.values()]
      .filter(([one]) => one?.answer === answer)
      .map(those => ({ answer, says: capital(partOf(answer, those)), first: those[0] ? uses.indexOf(those[0]) : 0 })),
  )
}

/** The uses that are answered alike, at a glance. */
interface Glance {
  readonly answer: UseAnswer
  /** "can" */
  readonly may: string
  readonly asks: readonly string[]
  /** the first conditions that they are on; '' where there is none, or each has its own */
  readonly on: string
}

/** What may be done at a glance: what one can do, can do on a condition, and cannot. */
export function atAGlance(uses: readonly Allowed[]): readonly Glance[] {
  if (uses.some(isSilence) && uses.every(isSilence))
    return [{ answer: 'no', may: MAY.no, asks: ['use it: nothing found here permits that'], on: '' }]
  return (Object.keys(MAY) as UseAnswer[]).flatMap(answer => {
    const those = uses.filter(use => use.answer === answer)
    const conditions = new Set(answer === 'if' ? those.map(({ says }) => says.split('; ')[0] ?? '') : [])
    const on = conditions.size > MOST_CONDITIONS ? '' : [...conditions].join('; ')
    return those.length === 0 ? [] : [{ answer, may: MAY[answer], asks: those.map(askOf), on }]
  })
}

const MOST_CONDITIONS = 2
const MAY = {
  yes: 'Can',
  if: 'Can, on conditions',
  no: 'Cannot',
  presumably: 'Presumably can',
  unknown: 'Not known whether one can',
} as const satisfies Record<UseAnswer, string>

/** The uses that are answered alike, behind what binds all of them; what binds one of them more stands with it. */
function partOf(answer: UseAnswer, those: readonly Allowed[]): string {
  const moreOf = ({ says }: Allowed) => (answer === 'if' ? says.split('; ').slice(1).join('; ') : '')
  const [first] = those
  const condition = answer === 'if' ? (those.length === 1 ? first?.says : first?.says.split('; ')[0]) : ''
  const isSize = condition && /^up to [^;]*$/.test(condition)
  if (those.every(isSilence)) return 'nothing found here permits its use'
  const told = those.map(use => (those.length > 1 && moreOf(use) ? `${askOf(use)} (${moreOf(use)})` : askOf(use)))
  const last = answer === 'no' || answer === 'unknown' ? 'or' : 'and'
  const end = told.length > 1 ? `, ${last} ${told.at(-1)}` : ''
  const may = `${BEGINS[answer]}${told.slice(0, end ? -1 : 1).join(', ')}${end}`
  return isSize ? `${condition} ${may}` : condition ? `${may}, on a condition: ${condition}` : may
}

/**
 * What is answered, as it goes on after "may" or "may not": who may not do it for any purpose may not for every one, and
 * where some are barred may for any other.
 */
export const askOf = ({ ask, answer }: Pick<Allowed, 'ask' | 'answer'>) =>
  ask.replace(/\bany\b/, any => (answer === 'no' ? 'every' : answer === 'if' ? `${any} other` : any))

/** Whether something is not permitted because no terms were found, and nothing forbids it. */
const isSilence = ({ answer, cited: [at] }: Allowed) => answer === 'no' && at !== undefined && 'looked' in at

/** Models whose answers are the same, and these. */
export interface Alike {
  readonly models: readonly string[]
  readonly uses: readonly Allowed[]
}

/** models that are named; more are counted */
const TOLD = 4

/** Which models they are: by name, or how many and the first of them. */
export const whichOf = (models: readonly string[]) =>
  models.length > TOLD
    ? `${count(models.length, 'model')}: ${models
        .slice(0, TOLD - 1)
        .map(plain)
        .join(', ')} …`
    : inWords(models.map(plain))

/** "all", "all but A and B", or those that they are. */
export function whichAmong(models: readonly string[], all: readonly string[]): string {
  const rest = all.filter(one => !models.includes(one))
  if (rest.length === 0) return 'all'
  return rest.length < Math.min(models.length, TOLD) ? `all but ${whichOf(rest)}` : whichOf(models)
}

/** Of several models those that any of some licenses bind; '' where that is all of them, or one alone. */
export function boundBy(those: readonly License[], { licenses, models }: Pick<Report, 'licenses' | 'models'>): string {
  const bound = models.filter(one => one.licenses?.some(at => those.some(license => licenses[at] === license)))
  const [some, all] = [bound, models].map(list => list.map(({ name }) => name))
  return some && all && some.length > 0 && some.length < all.length ? whichAmong(some, all) : ''
}

/** What may be done in a few words, with models of which it is the same; which they are is empty where it is all. */
interface Sentence extends Alike {
  readonly which: string
  readonly says: string
}

/** What may be done in a few words, once for all models with which it is the same; the most models first. */
export function verdictInSentences(report: Pick<Report, 'uses'>): readonly Sentence[] {
  const groups = alike(report)
  const all = groups.flatMap(({ models }) => models)
  const said = groupsBy(groups, ({ uses }) => inOneSentence(uses) ?? '')
  return [...said].flatMap(([says, those]) => {
    const models = those.flatMap(one => one.models)
    const which = models.length === all.length ? '' : whichAmong(models, all)
    return says === '' ? [] : [{ which, models, uses: those[0]?.uses ?? [], says }]
  })
}

/** Silence is told once, and not for each use. */
const once = (uses: readonly Allowed[]): readonly Allowed[] =>
  uses.every(isSilence) ? uses.slice(0, 1).map(use => ({ ...use, ask: 'use it at all' })) : uses

/** The answers to what everybody asks, once for all models that have the same; the most models first. */
export function alike({ uses = [] }: { readonly uses?: readonly Allowed[] | undefined }): readonly Alike[] {
  const models = groupsBy(uses, ({ model = '' }) => model)
  const groups = groupsBy([...models], ([, its]) =>
    JSON.stringify(its.map(({ use, answer, says }) => [use, answer, says])),
  )
  const told = [...groups.values()].map(all => ({ models: all.map(([model]) => model), uses: once(all[0]?.[1] ?? []) }))
  return told.toSorted((one, other) => other.models.length - one.models.length)
}
