import * as z from 'zod'
import { TERMS } from '../report/vocabulary.ts'

/** The shape of `unwash.config.yaml`: what a release must reach, what is denied, and what is excused for a while. */
export const Policy = z.strictObject({
  presets: z
    .array(z.string().max(60))
    .max(20)
    .default([])
    .describe('policies for common cases, by name: their rules hold beside those here'),
  require: z.enum(TERMS).exactOptional().describe('the least open term that passes, as proven'),
  accept: z
    .array(z.literal('presumed'))
    .max(1)
    .exactOptional()
    .describe('what passes `require` though it is not proven'),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower case: letters, digits, hyphens'),
        deny: z.string().min(1).max(2_000).describe('an expression in CEL; a release for which it holds is denied'),
        says: z.string().min(1).max(300).describe('why, for whoever is stopped by it'),
        instead: z.string().max(300).exactOptional().describe('the way out'),
      }),
    )
    .max(200)
    .default([]),
  leave: z
    .strictObject({
      languages: z.array(z.string().min(1).max(60)).max(100).default([]),
      paths: z
        .array(
          z
            .string()
            .min(1)
            .max(200)
            .refine(pattern => pattern.split('**').length <= 3, 'give ** twice at most'),
        )
        .max(100)
        .default([])
        .describe('folders or files; * stands for anything within a step, ** for any folders'),
    })
    .default({ languages: [], paths: [] })
    .describe('what of a project is put to no gate, though it was not read'),
  'allow-untold': z
    .boolean()
    .default(false)
    .describe('whether a project passes though it loads models whose names cannot be told'),
  bundle: z
    .string()
    .min(1)
    .max(200)
    .exactOptional()
    .describe('the folder of a project in which what `unwash project --bundle` writes must lie'),
  exceptions: z
    .array(
      z.strictObject({
        release: z.string().min(1).describe('its name, or publisher/name'),
        rule: z.string().min(1).describe('the id of a rule, or "require"'),
        reason: z.string().min(1).max(300),
        until: z.iso.date().describe('the last day on which it excuses'),
      }),
    )
    .max(1_000)
    .default([]),
})
/** A policy that holds. */
export type Policy = z.infer<typeof Policy>

/** The id under which `require` is excused and reported. */
export const REQUIRE = 'require'

/** What is wrong with a policy, with the line it stands on where one does; nothing has been run. */
export interface PolicyTrouble {
  readonly line: number | null
  readonly says: string
}
