import * as z from 'zod'
import { FREEDOMS, LICENSE_CLASSES, REACHES } from '../../report/vocabulary.ts'
import type { Weight } from '../wording.ts'
import { dated, line, lines } from './fields.ts'

const actions = z
  .array(z.string().regex(/^[a-z][a-z-]*$/))
  .min(1)
  .readonly()
const severities = ['block', 'ask', 'warn', 'ok'] as const

/** What a kind does to an open source license, by what the definition of open source AI makes of it. */
const WEIGHT = {
  block: 'blocks',
  ask: 'asks',
  warn: 'harmless',
  ok: 'harmless',
} as const satisfies Record<(typeof severities)[number], Weight>

const inFile = z.strictObject({
  id: z.string().regex(/^[a-z_.]+$/, 'a clause id is lower case words, dots and underscores'),
  name: line,
  definition: line,
  /** one or two sentences: what its wordings look for */
  looksFor: line,
  /** what reads alike and is not it */
  falseFriends: line,
  /** the freedoms it limits when its mode is ban or duty */
  against: z.array(z.enum(FREEDOMS)).readonly(),
  reaches: z.array(z.enum(REACHES)).readonly(),
  /** the class of a text that this kind, when it blocks, makes of it; `community-restricted` where not said */
  makes: z.enum(LICENSE_CLASSES).exactOptional(),
  /**
   * What it does to the uses of `knowledge/uses.yml`: which it forbids, allows on a condition, or only informs of; in
   * few words beside an answer, the first of `with` of which the clause has every parameter that it names in braces.
   * `limit`: what it is compared with; `defines`: a definition of this kind conditions too; `buys`: it asks for a
   * license of its own, or is the price of one; `spares`: scopes beside which a ban leaves the rest; `elsewhere`: what
   * it says lies in another text.
   */
  uses: z
    .strictObject({
      forbids: actions.exactOptional(),
      conditions: actions.exactOptional(),
      informs: actions.exactOptional(),
      limit: z.enum(['users', 'revenue', 'territory']).exactOptional(),
      defines: z.literal(true).exactOptional(),
      elsewhere: z.literal(true).exactOptional(),
      buys: z.enum(['license', 'price']).exactOptional(),
      spares: lines.exactOptional(),
      says: z.string().trim().min(1).max(32).exactOptional(),
      with: lines.exactOptional(),
    })
    .exactOptional(),
  /**
   * By the short name of the framework; `rows` are ids of its requirements. What the clause does when found as a ban,
   * duty, definition or grant to the licensor: `block`: it restricts use, study, modification or sharing by itself;
   * `ask`: that is for a person.
   */
  frameworks: z.record(
    z.string(),
    z.strictObject({ severity: z.enum(severities), rows: z.array(line).readonly(), note: line.exactOptional() }),
  ),
  /** what it means for whoever uses the model, and how much it weighs for them */
  adoption: z.strictObject({ level: line, note: line.exactOptional() }),
  /**
   * Of a kind that can be a duty: what it asks of whoever uses the model, and when. `with` is added where the clause
   * has every parameter it names in braces: `begin the name with "{prefix}"`; `above` says when likewise, in place of
   * `when`, of a limit also for what is asked above it. `carried`: in what goes with a copy.
   */
  obligation: z
    .strictObject({
      when: line,
      above: line.exactOptional(),
      do: line,
      with: line.exactOptional(),
      carried: z.enum(['notice', 'limits', 'name']).exactOptional(),
    })
    .exactOptional(),
  ...dated,
})

/** `knowledge/clauses/<kind>.yml`: what a kind of clause is, what only looks like it, and what it means to whom. */
export const knownClause = inFile.transform(clause => ({
  ...clause,
  weighs: WEIGHT[clause.frameworks.osaid?.severity ?? 'ok'],
}))
export type KnownClause = Readonly<z.infer<typeof knownClause>>
