import type { Reading } from '@unwash/core/readings/reading'
import type { Question } from '@unwash/core/report/question'
import type { ModelReader, Outcome, Plan } from './reader.ts'

/** What is asked now, and how to go on with answers. */
export interface Rounds<State> {
  questions(state: State): readonly Question[]
  /** the same with further readings; they may raise other questions */
  with(state: State, more: readonly Reading[]): State | Promise<State>
}

/** What a model may be asked, and how. */
export interface Allowed {
  readonly reader: ModelReader
  /** Whether a plan may be sent; asked before each round. */
  allowed(plan: Plan): Promise<boolean>
}

/** What came of asking, in all rounds. */
export interface Came extends Outcome {
  /** of the readings: those that were given before */
  readonly before: number
}

/** an answer may raise a question, whose answer may raise another */
const ROUNDS = 4

/**
 * Has a model answer what is asked, and what its answers raise. What may not be sent is left. Throws an UnwashError
 * where the model gives no answer at all.
 */
export async function readBy<State>(
  start: State,
  rounds: Rounds<State>,
  { reader, allowed }: Allowed,
): Promise<Came & { readonly state: State }> {
  const tried = new Set<string>()
  const readings: Reading[] = []
  const refused: Outcome['refused'][number][] = []
  const left: Outcome['left'][number][] = []
  let state = start
  let before = 0
  for (let round = 0; round < ROUNDS; round++) {
    const open = rounds.questions(state).filter(({ id }) => !tried.has(id))
    for (const { id } of open) tried.add(id)
    const plan = await reader.plan(open)
    before += plan.kept.length
    const sends = plan.requests.length > 0 && (await allowed(plan))
    const came = await reader.ask(sends ? plan : { ...plan, requests: [] })
    readings.push(...came.readings)
    refused.push(...came.refused)
    left.push(...came.left, ...(sends ? [] : plan.requests.flatMap(({ questions }) => questions)))
    if (came.readings.length === 0) break
    state = await rounds.with(state, came.readings)
  }
  return { state, readings, refused, left, before }
}
