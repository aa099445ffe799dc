import type { Candidate } from './index.ts'
import { type Tuning, tuningIn } from './known.ts'
import type { Sought } from './sought.ts'

/** What one model must know of another to tell how well it fits. */
type Fitted = Omit<Candidate, 'misfit'>

/** Sizes down to half and up to two and a half times are alike, where a doubling is 1. */
const LEAST = -1.1
const MOST = Math.log2(2.5)
/** doublings behind the largest that count, where nobody knows the size sought */
const FAR = 5

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
}

/** How far a model is from being comparable with what is sought; 0 where nothing stands between them. */
export const misfitOf = (one: Fitted, sought: Sought, { newest, largest }: Among): number =>
  tuningApart(one, sought) +
  lineApart(one, sought) +
  sizeApart(one, largest) +
  languagesApart(one, sought) +
  contextApart(one, sought) +
  olderThan(one, sought, newest)

const tuningApart = ({ id, entry }: Fitted, { task, tuning }: Sought): number =>
  task.talks ? APART[tuning][tuningIn(id, entry)] : 0

/** An account and the letters that a name begins with: "org/heron3-7b" and "org/Heron-2" are of one line. */
export const lineOf = (id: string) => /^[^/]*\/?[a-z]*/i.exec(id)?.[0].toLowerCase()

/** What models of text make can be read by all alike; what others make or take differs from line to line. */
const lineApart = ({ id }: Fitted, { task, name }: Sought): number =>
  task.talks || lineOf(id) === lineOf(name) ? 0 : 2

/** Where the size sought is not known, one that is far smaller than others will hardly do the same. */
function sizeApart({ size, parameters }: Fitted, largest: number): number {
  if (size === 'any') return Math.floor(Math.log2(largest / (parameters ?? largest)) / FAR)
  return size === null ? 1 : Math.max(0, Math.ceil(LEAST - size), Math.ceil(size - MOST))
}

/** Languages that are not known to be there count as if there were none of them. */
function languagesApart({ entry: { languages } }: Fitted, sought: Sought): number {
  if (languages === undefined) return sought.tongues > 1 ? 3 : 0
  if (hasFarFewer(languages, sought)) return countOf(languages) > FEW ? 2 : 3
  return lostOf(languages, sought).length > 0 || hasFewer(languages, sought) ? 1 : 0
}

/** more languages than these are many */
const FEW = 4

/** A context of half may do; of an eighth, hardly. */
function contextApart({ entry: { context } }: Fitted, sought: Sought): number {
  if (sought.context === null) return 0
  const less = context === undefined ? 2 : sought.context / context
  return less > 8 ? 2 : less >= 2 ? 1 : 0
}

/** months that make a model one of an earlier time */
const AGE = 18

/** By what is sought; where nobody knows when that came out, by what is new. */
function olderThan({ entry: { released } }: Fitted, sought: Sought, newest: string): number {
  if (released === undefined) return 0
  const months = sought.released === null ? monthOf(newest) - AGE : monthOf(sought.released)
  return Math.min(2, Math.max(0, Math.floor((months - monthOf(released)) / AGE)))
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
