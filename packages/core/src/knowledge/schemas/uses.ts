import * as z from 'zod'
import { LICENSE_CLASSES, USE_ANSWERS } from '../../report/vocabulary.ts'
import { line } from './fields.ts'

const action = z.string().regex(/^[a-z][a-z-]*$/, 'an action is lower case words and hyphens')

/** The shape of `knowledge/uses.yml`: what may be stated of a use, and what everybody asks first. */
export const knownUses = z
  .strictObject({
    source: line,
    seenOn: z.iso.date(),
    actions: z
      .array(
        z.strictObject({
          id: action,
          /** goes on after "I want to" */
          means: line,
          also: z.array(action).readonly().default([]),
          /** to be looked at whatever the use is: fields that are left out, places */
          always: z.literal(true).exactOptional(),
          /** how it is said of somebody: "a business", "in the EU", "(that) offers it as a service" */
          who: line.exactOptional(),
          where: line.exactOptional(),
          what: line.exactOptional(),
          /** lower case parts of words; what has none of them does not bear on it */
          words: z.array(z.string().min(1)).min(1).readonly().exactOptional(),
        }),
      )
      .min(1)
      .readonly(),
    union: z.array(z.string()).min(1).readonly(),
    members: z.array(z.string()).min(1).readonly(),
    /** whose size a limit counts; lower case words, or how they begin */
    sized: z
      .array(
        z.strictObject({
          has: z.tuple([line, line]).readonly(),
          short: line.exactOptional(),
          words: z.array(z.string().min(1)).min(1).readonly(),
        }),
      )
      .min(1)
      .readonly(),
    unsized: line,
    questions: z
      .array(
        z.strictObject({
          id: action,
          /** goes on after "can I" */
          ask: line,
          on: z.array(action).readonly(),
          /** of terms whose class is known and whose clauses are not */
          byClass: z.partialRecord(z.enum(LICENSE_CLASSES), z.enum(USE_ANSWERS)),
        }),
      )
      .readonly(),
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
    ({ actions, roles, questions }) =>
      [...roles, ...questions].flatMap(({ on }) => on).every(on => actions.some(({ id }) => id === on)),
    'an action that is not among the actions',
  )
export type KnownUses = z.infer<typeof knownUses>
