import * as z from 'zod'
import { LICENSE_CLASSES, USE_ANSWERS } from '../../vocabulary.ts'

/** What a clause means for a use: a duty, a bar, something for the reader to check, or something to know of. */
export const USE_RESULTS = ['must', 'not-allowed', 'check', 'know'] as const
export type UseResult = (typeof USE_RESULTS)[number]

const line = z.string().trim().min(1).max(400)
const kinds = z.array(z.string()).min(1).readonly()
const action = z.string().regex(/^[a-z][a-z-]*$/, 'an action is lower case words and hyphens')

/** The shape of `knowledge/uses.yml`: what may be stated of a use, and what each kind of clause then means for it. */
export const knownUses = z
  .strictObject({
    source: line,
    seenOn: z.iso.date(),
    actions: z
      .array(z.strictObject({ id: action, means: line }))
      .min(1)
      .readonly(),
    clauses: z
      .array(z.strictObject({ kinds, on: z.array(action).min(1).readonly(), result: z.enum(USE_RESULTS) }))
      .readonly(),
    always: z.array(z.strictObject({ kinds, result: z.enum(USE_RESULTS) })).readonly(),
    compared: z.array(z.strictObject({ kinds, with: z.enum(['users', 'revenue', 'territory']) })).readonly(),
    union: z.array(z.string()).min(1).readonly(),
    members: z.array(z.string()).min(1).readonly(),
    silent: z.array(z.string()).readonly(),
    questions: z
      .array(
        z.strictObject({
          id: action,
          /** goes on after "can I" */
          ask: line,
          on: z.array(action).readonly(),
          /** kinds that are asked of any use, or compared with a size, and count here */
          kinds: z.array(z.string()).readonly(),
          /** where no clause that was read says it */
          byClass: z.partialRecord(z.enum(LICENSE_CLASSES), z.enum(USE_ANSWERS)),
        }),
      )
      .readonly(),
    elsewhere: z.array(z.string()).readonly(),
    short: z.record(z.string(), z.string().trim().min(1).max(32)),
    roles: z
      .array(
        z.strictObject({
          on: z.array(action).min(1).readonly(),
          /** only where the publisher clearly excludes the Union, or only where it does not */
          excluded: z.boolean().exactOptional(),
          says: line,
          owes: line,
          citation: line,
        }),
      )
      .readonly(),
  })
  .refine(
    ({ actions, clauses, roles, questions }) =>
      [...clauses, ...roles, ...questions].flatMap(({ on }) => on).every(on => actions.some(({ id }) => id === on)),
    'an action that is not among the actions',
  )
export type KnownUses = z.infer<typeof knownUses>
