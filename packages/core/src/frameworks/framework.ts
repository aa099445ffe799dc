import type { Framework } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import type { Signoff } from '../release/release.ts'
import type { Citation, Cited } from '../report/report.ts'
import { type Answer, DECIDING } from '../report/vocabulary.ts'
import type { Case, ModelRights } from '../terms/rights.ts'

/** What a framework is asked about: one model of a case. */
export interface Subject {
  readonly case: Case
  readonly model: ModelRights
  readonly framework: Framework
}

/** An answer to one requirement: what was seen, in one sentence, and where. */
export interface Judgement {
  readonly answer: Answer
  readonly because: string
  readonly cited: Cited
  /** a step of the framework's own scale, where it has one finer than met and unmet */
  readonly level?: string
  /** the license it rests on, of a framework that reads one by name: an SPDX id, or as it is spelled */
  readonly license?: string
  /** the answer is a person's */
  readonly signoff?: Signoff
}

/** Looks up the answer to another requirement of the same framework. */
export type RowAnswer = (id: string) => Judgement

/** Answers one requirement. */
export type Judge = (subject: Subject, row: RowAnswer) => Judgement

/** A framework that unwash can answer: `knowledge/frameworks/<id>.yml` asks, the judges answer. */
export interface Evaluator {
  readonly id: string
  /** names one way to read a framework that is read in several: each is an evaluator of its own */
  readonly reading?: string
  /** by requirement id; a test holds them against the knowledge */
  readonly judges: Readonly<Record<string, Judge>>
  readonly conclude: (framework: Framework, row: RowAnswer) => string
  /** shares of a hundred that the framework itself defines, by its own names for them */
  readonly percentages?: (framework: Framework, row: RowAnswer) => Readonly<Record<string, number>>
}

/** more citations than this do not make an answer clearer */
const MOST_CITED = 6

/** and more reasons than this do not either */
const MOST_REASONS = 2

const answering =
  (answer: Answer) =>
  (because: string, cited: Cited): Judgement => ({ answer, because, cited: distinct(cited) })

/** The requirement holds, and this shows it. */
export const met = answering('met')
/** The requirement does not hold, and this shows it. */
export const unmet = answering('unmet')
/** Not enough was seen to say; cites what was looked at. */
export const unknown = answering('unknown')
/** Seen, and for a person to judge. */
export const needsHuman = answering('needs-human')
/** The requirement asks about something that is not there to be asked about. */
export const notApplicable = answering('not-applicable')

/** The citations of several lists as one; null when there are none. */
export function citedTogether(lists: readonly (readonly Citation[])[]): Cited | null {
  const first = lists.find(list => list.length > 0)?.[0]
  return first ? [first, ...different(lists).slice(1)] : null
}

/** what tells citations apart; the same one stands in many answers */
const citationKey: (citation: Citation) => string = once(citation => JSON.stringify(citation))

/** The same place is cited once. */
const distinct = (cited: Cited): Cited => (cited.length === 1 ? cited : [cited[0], ...different([cited]).slice(1)])

/** The first citations of several lists, each place once. */
function different(lists: readonly (readonly Citation[])[]): readonly Citation[] {
  const kept: Citation[] = []
  for (const list of lists)
    for (const citation of list) {
      if (kept.some(one => one === citation || citationKey(one) === citationKey(citation))) continue
      kept.push(citation)
      // whatever comes after is not shown
      if (kept.length === MOST_CITED) return kept
    }
  return kept
}

/** Any unmet makes it unmet, else any unknown unknown, else any question for a person one for a person. */
export function rollUp(answers: readonly Answer[]): Answer {
  return DECIDING.find(answer => answers.includes(answer)) ?? 'not-applicable'
}

/** Several judgements of one requirement as one: the deciding answer, with the reasons of those that gave it. */
export function together(first: Judgement, ...more: readonly Judgement[]): Judgement {
  const all = [first, ...more]
  const answer = rollUp(all.map(judgement => judgement.answer))
  const deciding = all.filter(judgement => judgement.answer === answer)
  const reasons = [...new Set(deciding.map(judgement => judgement.because))]
  return {
    answer,
    because: reasons.slice(0, MOST_REASONS).join(' '),
    cited: citedTogether(deciding.map(judgement => judgement.cited)) ?? first.cited,
  }
}

/** Several rows as one judgement, with the ids of those that decide; `otherwise` stands for none. */
export function rowsTogether(ids: readonly string[], row: RowAnswer, otherwise: string) {
  const rows = ids.map(id => ({ id, judgement: row(id) }))
  const answer = rollUp(rows.map(({ judgement }) => judgement.answer))
  const deciding = rows.filter(({ judgement }) => judgement.answer === answer)
  const [first, ...more] = deciding.map(({ judgement }) => judgement)
  return { answer, ids: deciding.map(({ id }) => id), judgement: together(first ?? row(otherwise), ...more) }
}
