import type { Passage } from '../documents/legal/passage.ts'
import type { KnownClause } from '../knowledge/knowledge.ts'
import type { Weight } from '../knowledge/wording.ts'
import type { SaidClause } from '../modality/said.ts'
import type { Freedom, Mode, Reach } from '../report/vocabulary.ts'

export type { Passage } from '../documents/legal/passage.ts'

/** The whole text around a passage, for defined terms ("Territory" means …) one hop away. */
export interface ClauseContext {
  readonly passages: readonly Passage[]
  /** the passage that defines a term, by the term in lower case */
  define(term: string): Passage | undefined
  /** the passages right after one, at most so many */
  after(passage: Passage, count: number): readonly Passage[]
  /** whether a passage bars an act */
  bars(passage: Passage): boolean
  /** what a question about all passages comes to, asked once a text */
  once<Answer>(question: (passages: readonly Passage[]) => Answer): Answer
}

/** A clause seen in a passage. */
export interface FoundClause {
  readonly mode: Mode
  readonly parameters?: Readonly<Record<string, unknown>>
  /** offsets in the passage's `lower` where the clause's words begin and end; the quote is taken around them */
  readonly at?: number
  readonly end?: number
  /** overrides the kind's own where the wording is milder: a user count that only asks for a credit */
  readonly weighs?: Weight
  /** overrides the kind's own where the wording narrows it */
  readonly against?: readonly Freedom[]
  readonly reaches?: readonly Reach[]
}

/** Reads what a wording said: the clause, or null where the passage or the text around it says otherwise. */
export type ReadSaid = (said: SaidClause, passage: Passage, context: ClauseContext) => FoundClause | null

/** One kind of clause: what is known of it, and how what its wordings say is read. */
export interface ClauseKind extends KnownClause {
  readonly read: ReadSaid
}

/** The clause that a wording itself makes. */
export const clauseOf = ({ mode, wording, place, end }: SaidClause): FoundClause => ({
  mode,
  at: place,
  end,
  ...(wording.with && { parameters: wording.with }),
  ...(wording.weighs && { weighs: wording.weighs }),
  ...(wording.against && { against: wording.against }),
  ...(wording.reaches && { reaches: wording.reaches }),
})
