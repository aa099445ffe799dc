import type { Asking } from '../ask.ts'
import type { Reading } from '../readings/reading.ts'
import type { Asked, ModelReader, Plan } from './reader.ts'

/** A release with what a model read of it. */
export interface Read extends Asked {
  readonly asking: Asking
  /** of the readings: those that were given before */
  readonly before: number
}

/** an answer may raise a question, whose answer may raise another */
const ROUNDS = 4

/**
 * Has a model answer what is asked of a release, and what its answers raise. Before each round `allowed` is asked; what
 * is not allowed is left. Throws an UnwashError where the model gives no answer at all.
 */
export async function readBy(
  asking: Asking,
  reader: ModelReader,
  allowed: (plan: Plan) => Promise<boolean>,
): Promise<Read> {
  const tried = new Set<string>()
  const readings: Reading[] = []
  const refused: Asked['refused'][number][] = []
  const left: Asked['left'][number][] = []
  let now = asking
  let before = 0
  for (let round = 0; round < ROUNDS; round++) {
    const open = now.told().flatMap(({ question }) => (tried.has(question.id) ? [] : [question]))
    for (const { id } of open) tried.add(id)
    const plan = await reader.plan(open)
    before += plan.kept.length
    const sends = plan.requests.length > 0 && (await allowed(plan))
    const came = await reader.ask(sends ? plan : { ...plan, requests: [] })
    readings.push(...came.readings)
    refused.push(...came.refused)
    left.push(...came.left, ...(sends ? [] : plan.requests.flatMap(({ questions }) => questions)))
    if (came.readings.length === 0) break
    now = now.with(came.readings)
  }
  return { asking: now, readings, refused, left, before }
}
