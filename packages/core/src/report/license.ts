import * as z from 'zod'
import { Citation, cut, line, quote, TextCitation } from './citation.ts'
import * as words from './vocabulary.ts'

const cited = z.array(Citation).min(1)
const scope = z.enum(words.SCOPES)

/** Words by which a text differs from a known one. */
export const Residue = z.strictObject({
  side: z.enum(['added', 'missing']),
  line,
  endLine: line,
  words: z.number().int().min(1),
  reads: z.enum(words.RESIDUE_READINGS),
  quote: quote.optional().describe('the words added'),
  cut,
})
export type Residue = z.infer<typeof Residue>

/** How a text compares with a known one. */
export const Match = z.strictObject({
  kind: z.enum(words.MATCHES),
  nearest: z.string().nullable(),
  twins: z.array(z.string()).optional().describe('other ids with the same text'),
  residue: z.array(Residue),
})
export type Match = z.infer<typeof Match>

/** A clause of a license. */
export const Clause = z.strictObject({
  kind: z.string(),
  mode: z.enum(words.MODES),
  parameters: z.record(z.string(), z.unknown()),
  against: z.array(z.enum(words.FREEDOMS)),
  reaches: z.array(z.enum(words.REACHES)),
  cited,
})
export type Clause = z.infer<typeof Clause>

/** A duty, and when it arises. */
export const Obligation = z.strictObject({ when: z.string(), do: z.string(), clause: z.string(), cited })
export type Obligation = z.infer<typeof Obligation>

/** A person's answer to a requirement that no program answers. */
export const RequirementSignoff = z.strictObject({
  who: z.string(),
  on: z.string().describe('ISO date'),
  why: z.string(),
  cited: TextCitation.describe('the lines of the file it was signed off in'),
})

/** An answer to a requirement. */
export const Requirement = z.strictObject({
  id: z.string(),
  answer: z.enum(words.ANSWERS),
  level: z
    .string()
    .optional()
    .describe(
      "a step of the framework's own scale where it has one, e.g. open, partial or closed; only the best is met",
    ),
  license: z.string().optional().describe('the license it rests on, of a framework that reads one by name'),
  because: z.string(),
  cited,
  rule: z.string().describe('the words of the definition this rests on'),
  signoff: RequirementSignoff.optional().describe('the answer is that of a person, and what was seen left it to one'),
})
export type Requirement = z.infer<typeof Requirement>

/** What one framework makes of the text of a license. */
export const FrameworkReading = z.strictObject({
  framework: z.string().describe('its short name'),
  verdict: z.enum(words.ANSWERS),
  because: z.array(z.string()).describe('kinds of clauses: those that block, or those that a person must judge'),
  rows: z.array(z.string()).describe('requirements of the framework that these bear on'),
  says: z.string(),
  requirements: z
    .array(Requirement)
    .optional()
    .describe('of a framework on license texts alone: each of its requirements answered'),
  cited,
})
export type FrameworkReading = z.infer<typeof FrameworkReading>

/** A license of a release. */
export const License = z.strictObject({
  id: z.string().nullable(),
  name: z.string().optional(),
  class: z.enum(words.LICENSE_CLASSES),
  text: z.strictObject({ path: z.string(), place: z.string().optional() }).nullable(),
  covers: z.array(scope),
  match: Match,
  parts: z
    .array(
      z.strictObject({
        is: z.enum(words.PARTS),
        line,
        endLine: line,
        words: z.number().int(),
        quote: quote.optional().describe('the words, where nobody has read them'),
        cut,
        of: z.string().optional().describe('id of the known text'),
        why: z.string().optional().describe('what a harmless sentence does; what speaks against a tag or title'),
      }),
    )
    .optional()
    .describe('what each part of the text is; together they are all of its words, each once'),
  clauses: z.array(Clause),
  grants: z.array(z.enum(words.GRANTS)),
  missingGrants: z.array(z.enum(words.GRANTS)).optional(),
  defects: z.array(z.strictObject({ says: z.string(), cited })).optional(),
  selfLabels: z.array(z.strictObject({ says: z.string(), cited })),
  language: z.string().optional().describe('English name of the language; only English and Chinese are read'),
  readWith: z.array(z.string()).optional().describe('paths of the policies it incorporates, read with it'),
  frameworks: z.array(FrameworkReading).optional(),
  obligations: z.array(Obligation).optional(),
  cited,
})
export type License = z.infer<typeof License>
