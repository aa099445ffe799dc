import * as z from 'zod'
import { Citation } from './citation.ts'
import * as words from './vocabulary.ts'

/** What a report says of uses: part of the Report. */

const cited = z.array(Citation).min(1)

/** What the terms mean for a use that was stated. */
export const Use = z.strictObject({
  stated: z.strictObject({
    actions: z.array(z.string()),
    users: z.number().nullable().describe('users a month'),
    revenue: z.number().nullable().describe('a year, in the currency of the limit it is compared with'),
    words: z.string().optional().describe('the same in words that go on after "for"'),
  }),
  answer: z.enum(words.USE_ANSWERS).optional().describe('the strictest of what the terms say of it'),
  says: z.string().optional().describe('because of what, in a few words'),
  models: z
    .array(
      z.strictObject({
        model: z.string(),
        answer: z.enum(words.USE_ANSWERS),
        says: z.string(),
        cited: z.array(Citation),
      }),
    )
    .optional()
    .describe('of several models each; the answer above is the strictest of these, and its points are of that model'),
  points: z
    .array(
      z.strictObject({
        result: z.enum(['must', 'not-allowed', 'check', 'know']),
        says: z.string(),
        clause: z.string(),
        cited,
      }),
    )
    .describe('what is not allowed, what must be done, what is for the reader to check, and what to know of'),
  roles: z
    .array(z.strictObject({ says: z.string(), owes: z.string(), cited }))
    .describe('what the AI Act may make of the user, where the use is in the Union'),
})
export type Use = z.infer<typeof Use>

/** Whether one of the uses that everybody asks about is allowed for one model, by all that binds its weights. */
export const Allowed = z.strictObject({
  use: z.string().describe('which use: commercial, fine-tune, hosted-service, distill, eu, field'),
  model: z.string().optional().describe('which of the models; left out by versions before 0.3'),
  ask: z.string().describe('the use in words that go on after "can I"'),
  answer: z
    .enum(words.USE_ANSWERS)
    .describe('presumably: permitted by terms that are presumed, or beside a doubt; unknown: the terms are not known'),
  says: z
    .string()
    .describe('on which condition, what bars it, or what is in doubt; empty where there is nothing to add'),
  clause: z.string().nullable().describe('the kind of clause that decides it'),
  clauses: z.array(z.string()).default([]).describe('all kinds that decide it, the weightiest first'),
  doubts: z.array(z.string()).default([]).describe('ids of the doubts that take a plain yes'),
  cited,
})
export type Allowed = z.infer<typeof Allowed>

/** What was not understood, or is not proven, beside terms that are known. */
export const Doubt = z.strictObject({
  id: z.string(),
  says: z.string(),
  matters: z.string().describe('why it matters'),
  cited,
})
export type Doubt = z.infer<typeof Doubt>
