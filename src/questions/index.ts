import { groupsBy } from '../groups.ts'
import type { Question } from '../report/question.ts'
import { about } from './about.ts'
import type { Asks, Judgement, Posed } from './asked.ts'
import { binds } from './binds.ts'
import { claims, failing } from './claims.ts'
import { offered } from './offered.ts'
import { requirementsOf } from './requirement.ts'
import { startsFrom } from './starts-from.ts'
import { takes } from './takes.ts'

export type { Judgement, Posed } from './asked.ts'
export { type Option, QUESTION_KINDS, type Question, type QuestionKind, UNCLEAR } from './question.ts'

/** The kinds of questions, those first whose answers decide most. */
const ASKS: readonly Asks[] = [offered, binds, about, takes, startsFrom, claims]

/**
 * What could not be decided of a release, each once, the most telling first.
 * @param framework one whose requirements for a person are asked too, or `all`, with which a person is asked to confirm
 *   claims that do not hold; else those on which the term rests
 */
export function askedIn(judgement: Judgement, framework: string | null = null): readonly Posed[] {
  const confirming = framework === 'all' ? [failing] : []
  const all = [...ASKS, ...confirming, requirementsOf(framework)].flatMap(asks => asks(judgement))
  const byKey = groupsBy(all, ({ kind, key }) => `${kind} ${key}`)
  // words that begin alike and go on differently are told apart by nobody
  return [...byKey.values()].flatMap(([first, ...same]) =>
    first && same.every(({ id }) => id === first.id) ? [first] : [],
  )
}

/** A question as it is shown. */
export const shownOf = ({ key: _, ...question }: Posed): Question => question
