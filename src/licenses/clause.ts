import type { Freedom, LicenseClass, Mode, Reach } from '../vocabulary.ts'
import type { Said } from './clauses/worded.ts'

/**
 * One sentence, list item or table row of a legal text, made ready for matching, with the way back to its lines.
 * `text` is on one line: spaces folded, quotes straight, markup and list markers gone, words broken over a line
 * rejoined, HTML tags gone; case is kept. Decimal points and section numbers do not end a passage.
 */
export interface Passage {
  readonly text: string
  /** `text` in lower case, for the shared key-word pass and for patterns */
  readonly lower: string
  /** the nearest heading above, lower case; '' at the top */
  readonly heading: string
  /** of a list item, the sentence that introduces the list ("You agree not to use the model:"), lower case; else '' */
  readonly lead: string
  readonly line: number
  readonly endLine: number
  readonly language: 'en' | 'zh'
  /** of a passage over several lines: at which offset in `text` each further line starts, and its number */
  readonly breaks?: readonly (readonly [number, number])[]
}

/** The whole text around a passage, for defined terms ("Territory" means …) one hop away. */
export interface ClauseContext {
  readonly passages: readonly Passage[]
  /** the passage that defines a term, by the term in lower case */
  define(term: string): Passage | undefined
  /** the passages right after one, at most so many */
  after(passage: Passage, count: number): readonly Passage[]
  /** what a question about all passages comes to, asked once a text */
  once<Answer>(question: (passages: readonly Passage[]) => Answer): Answer
}

/** A clause seen in a passage. */
export interface FoundClause {
  readonly mode: Mode
  readonly parameters?: Readonly<Record<string, unknown>>
  /** offset in the passage's `lower` where the clause's words are; the line and quote are taken there */
  readonly at?: number
  /** overrides the kind's own where the wording is milder: a user count that only asks for a credit */
  readonly weighs?: ClauseKind['weighs']
  /** overrides the kind's own where the wording narrows it */
  readonly against?: readonly Freedom[]
  readonly reaches?: readonly Reach[]
}

export interface ClauseExample {
  readonly text: string
  readonly mode?: Mode
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** Reads what a wording said: the clause, or null where the passage or the text around it says otherwise. */
export type ReadSaid = (said: Said, passage: Passage, context: ClauseContext) => FoundClause | null

/** One kind of clause: what it looks for, what only looks like it, and how to see it. One file each. */
export interface ClauseKind {
  readonly id: string
  readonly name: string
  /** one or two sentences: what it looks for */
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
  readonly weighs: 'blocks' | 'asks' | 'harmless'
  /** the class of a text that this kind, when it blocks, makes of it; `community-restricted` where not said */
  readonly makes?: LicenseClass
  /** lower-case words, one of which must occur in a passage (or its lead) before `find` runs; Chinese ones too */
  readonly keywords: readonly string[]
  /** further words, one of which must occur in the passage or its lead as well: a ban needs a "not" */
  readonly also?: readonly string[]
  /**
   * The patterns `find` cannot do without, as ways of which one must be open: all patterns of a way match in the passage
   * or its lead, in lower case. `find` is spared the passages that lack a word which those patterns need.
   */
  readonly ways?: readonly (readonly RegExp[])[]
  find(passage: Passage, context: ClauseContext): FoundClause | null
  /** of a kind whose wordings are data: what they say, with the parameters that are read from the passage; null for none */
  readonly read?: ReadSaid
  /** in our own wording; these are its tests */
  readonly examples: { readonly found: readonly ClauseExample[]; readonly left: readonly string[] }
}

/** A kind whose wordings are data (`knowledge/wordings/<kind>`). `read` is for what no wording can say. */
export const worded = (kind: Omit<ClauseKind, 'keywords' | 'also' | 'ways' | 'find' | 'examples'>): ClauseKind => ({
  keywords: [],
  find: () => null,
  examples: { found: [], left: [] },
  read: clauseOf,
  ...kind,
})

/** The clause that a wording itself makes. */
export const clauseOf = ({ mode, wording, place }: Said): FoundClause => ({
  mode,
  at: place,
  ...(wording.with && { parameters: wording.with }),
  ...(wording.weighs && { weighs: wording.weighs }),
  ...(wording.against && { against: wording.against }),
  ...(wording.reaches && { reaches: wording.reaches }),
})
