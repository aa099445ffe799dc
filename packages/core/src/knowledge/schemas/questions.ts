import * as z from 'zod'
import { QUESTION_KINDS } from '../../report/question-kinds.ts'
import { line } from './fields.ts'

/**
 * `knowledge/questions/<kind>.yml`: how a question of a kind is asked, `{model}` and `{what}` filled in, what its
 * answers mean, what only looks like it, and the answers that it always has.
 */
export const knownQuestion = z.strictObject({
  id: z.enum(QUESTION_KINDS),
  ask: line,
  definition: z.string().trim().min(1).max(1_000),
  falseFriends: z.string().trim().min(1).max(1_000),
  /** kinds of clauses that are offered beside those that a sentence is suspected of */
  kinds: z.array(line).readonly().default([]),
  options: z
    .array(z.strictObject({ id: line, says: line }))
    .min(1)
    .readonly(),
})
