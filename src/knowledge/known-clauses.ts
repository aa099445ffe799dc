import * as z from 'zod'
import { FREEDOMS, type Freedom, LICENSE_CLASSES, type LicenseClass, REACHES, type Reach } from '../vocabulary.ts'
import { dated, line, lines } from './fields.ts'
import type { Dated } from './knowledge.ts'
import { WEIGHTS, type Weight } from './wording.ts'

/** `knowledge/clauses/<kind>.yml`: what a kind of clause is, what only looks like it, and what it means to whom. */
export interface KnownClause extends Dated {
  readonly id: string
  readonly name: string
  readonly definition: string
  /** one or two sentences: what its wordings look for */
  readonly looksFor: string
  /** what reads alike and is not it */
  readonly falseFriends: string
  /** the freedoms it limits when its mode is ban or duty */
  readonly against: readonly Freedom[]
  readonly reaches: readonly Reach[]
  /**
   * What it does to "an open source license" when found as a ban, duty, definition or grant to the licensor:
   * `blocks` restricts use, study, modification or sharing by itself; `asks` is for a person; `harmless` never lowers.
   */
  readonly weighs: Weight
  /** the class of a text that this kind, when it blocks, makes of it; `community-restricted` where not said */
  readonly makes?: LicenseClass
  /** by the short name of the framework; `rows` are ids of its requirements */
  readonly frameworks: Readonly<
    Record<
      string,
      { readonly severity: 'block' | 'ask' | 'warn' | 'ok'; readonly rows: readonly string[]; readonly note?: string }
    >
  >
  /** what it means for whoever uses the model, and how much it weighs for them */
  readonly adoption: { readonly level: string; readonly note?: string }
  /**
   * of a kind that can be a duty: what it asks of whoever uses the model, and when. `with` is added where the clause
   * has every parameter it names in braces: `begin the name with "{prefix}"`.
   */
  readonly obligation?: { readonly when: string; readonly do: string; readonly with?: string }
  /** texts it was read in */
  readonly seenIn: readonly string[]
}

const severities = ['block', 'ask', 'warn', 'ok'] as const

/** The shape of such a file. */
export const knownClause = z.strictObject({
  id: z.string().regex(/^[a-z_.]+$/, 'a clause id is lower case words, dots and underscores'),
  name: line,
  definition: line,
  looksFor: line,
  falseFriends: line,
  against: z.array(z.enum(FREEDOMS)).readonly(),
  reaches: z.array(z.enum(REACHES)).readonly(),
  weighs: z.enum(WEIGHTS),
  makes: z.enum(LICENSE_CLASSES).exactOptional(),
  frameworks: z.record(
    z.string(),
    z.strictObject({ severity: z.enum(severities), rows: z.array(line).readonly(), note: line.exactOptional() }),
  ),
  adoption: z.strictObject({ level: line, note: line.exactOptional() }),
  obligation: z.strictObject({ when: line, do: line, with: line.exactOptional() }).exactOptional(),
  seenIn: lines,
  ...dated,
}) satisfies z.ZodType<KnownClause>
