import type { Alike, KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import { type Proven, type Tuning, tuningIn } from './known.ts'
import type { Sought } from './sought.ts'

/** A model that could stand in, and how far it is from what is sought. */
export interface Candidate {
  readonly entry: KnownAlternative
  readonly id: string
  readonly proven: Proven
  readonly parameters: number | null
  /** 0 the same task, 1 a near one */
  readonly away: number
  /** how often the size sought is doubled, or halved; null where its own is not known, any where that is not */
  readonly size: number | 'any' | null
  /** 0 where it can be compared with what is sought */
  readonly misfit: number
  /** how far its size is */
  readonly stretch: number
}

/** What one model must know of another to tell how well it fits. */
type Fitted = Omit<Candidate, 'misfit' | 'stretch'>

/** from what is sought to what could stand in: one that was never tuned is a poor answer to whoever talks with it */
const APART: Readonly<Record<Tuning, Readonly<Record<Tuning, number>>>> = {
  chat: { chat: 0, reasoning: 1, base: 3 },
  reasoning: { reasoning: 0, chat: 1, base: 3 },
  base: { base: 0, chat: 1, reasoning: 2 },
}

/** What the models are like of which one is to stand in. */
interface Among {
  readonly newest: string
  readonly largest: number
  /** of their sizes */
  readonly middle: number
  readonly alike: Alike
}

/** How far a model is from being comparable with what is sought; 0 where nothing stands between them. */
export const misfitOf = (one: Fitted, sought: Sought, among: Among): number =>
  tuningApart(one, sought) +
  lineApart(one, sought) +
  sizeApart(one, sought, among) +
  languagesApart(one, sought, among.alike) +
  contextApart(one, sought) +
  olderThan(one, sought, among) +
  Math.min(2, lacksOf(one.entry, sought).length)

/** What is sought can do it, or is given with it, and of another it is not known. */
export const lacksOf = ({ does = [], given }: KnownAlternative, sought: Sought): readonly string[] => [
  ...sought.does.filter(one => !does.includes(one)),
  ...(sought.data && given?.data !== 'released' ? ['training data that is given'] : []),
]

const tuningApart = ({ id, entry }: Fitted, { task, tuning }: Sought): number =>
  task.talks ? APART[tuning][tuningIn(id, entry)] : 0

/** An account and the letters that a name begins with: "org/heron3-7b" and "org/Heron-2" are of one line. */
export const lineOf = (id: string) => /^[^/]*\/?[a-z]*/i.exec(id)?.[0].toLowerCase()

/** What models of text make can be read by all alike; what others make or take differs from line to line. */
const lineApart = ({ id }: Fitted, { task, name }: Sought): number =>
  task.talks || lineOf(id) === lineOf(name) ? 0 : 2

/** Where the size sought is not known, one that is far smaller than others will hardly do the same. */
function sizeApart({ size, parameters }: Fitted, sought: Sought, { largest, alike }: Among): number {
  const { far, smaller, larger } = alike
  if (size === 'any')
    return isRunAtHome(sought) ? 0 : Math.floor(Math.log2(largest / (parameters ?? largest)) / Math.log2(far))
  return size === null ? 1 : Math.max(0, Math.ceil(-Math.log2(smaller) - size), Math.ceil(size - Math.log2(larger)))
}

/** Models of text come in all sizes: the largest is not what somebody runs who has one of another. */
const isRunAtHome = ({ hosted, task }: Sought): boolean => !hosted && task.talks

/**
 * How far its size is, a smaller one farther than a larger one; where the size sought is not known, the largest is the
 * nearest to doing the same, or one of a middle size where one runs it oneself.
 */
export const stretchOf = ({ size, parameters }: Fitted, sought: Sought, { middle }: Among): number => {
  if (size !== 'any') return size === null ? 2 : Math.max(size, -1.5 * size)
  return isRunAtHome(sought) ? Math.abs(Math.log2((parameters ?? middle) / middle)) : -Math.log2(parameters ?? 1)
}

/** Languages that are not known to be there count as if there were none of them. */
function languagesApart({ entry: { languages } }: Fitted, sought: Sought, { few }: Alike): number {
  if (languages === undefined) return sought.tongues > 1 ? 3 : 0
  if (hasFarFewer(languages, sought)) return countOf(languages) > few ? 2 : 3
  return lostOf(languages, sought).length > 0 || hasFewer(languages, sought) ? 1 : 0
}

/** A context of half may do; of an eighth, hardly. */
function contextApart({ entry: { context } }: Fitted, sought: Sought): number {
  if (sought.context === null) return 0
  const less = context === undefined ? 2 : sought.context / context
  return less > 8 ? 2 : less >= 2 ? 1 : 0
}

/** By what is sought; where nobody knows when that came out, by what is new. */
function olderThan({ entry: { released } }: Fitted, sought: Sought, { newest, alike: { months: age } }: Among): number {
  if (released === undefined) return 0
  const months = sought.released === null ? monthOf(newest) - age : monthOf(sought.released)
  return Math.min(2, Math.max(0, Math.floor((months - monthOf(released)) / age)))
}

/** of a year alone its middle */
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 6)

type Languages = readonly string[] | number

/** Languages of what is sought that another does not name; whoever names none is taken to be sought for English. */
export const lostOf = (languages: Languages, { languages: all, tongues }: Sought): readonly string[] => {
  const sought = all.length > 0 || tongues > 1 ? all : ['English']
  return typeof languages === 'number' ? [] : sought.filter(language => !languages.includes(language))
}

const countOf = (languages: Languages): number => (typeof languages === 'number' ? languages : languages.length)

/** Whether another is counted to have fewer languages; a few of many are within how they are counted. */
export const hasFewer = (languages: Languages, { tongues }: Sought): boolean => countOf(languages) < tongues * 0.95

/** Whether another has fewer than half as many languages, or none of those that are sought. */
function hasFarFewer(languages: Languages, sought: Sought): boolean {
  const lost = lostOf(languages, sought).length
  return countOf(languages) < sought.tongues / 2 || (lost > 0 && lost >= sought.languages.length)
}
