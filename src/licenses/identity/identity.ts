import type { MatchKind, ResidueReading } from '../../vocabulary.ts'
import type { Range } from './texts/fingerprint.ts'

/** Words of a known text that a file does not have. */
export interface Missing {
  /** 1-based line where they should stand */
  readonly line: number
  readonly words: number
  /** what is lost with them: a condition, a permission, a disclaimer */
  readonly reads: ResidueReading
}

/** What a text, or a part of it, is. */
export interface Identity {
  /**
   * `exact`: the whole text and nothing else; `residue`: with words added (if only a title), missing or changed;
   * `contained`: whole, in a file that is mostly something else; `related`: parts of it only; `none`: no known text is
   * alike.
   */
  readonly kind: MatchKind
  /** the known text; several when they have the same words */
  readonly names: readonly string[]
  readonly line: number
  readonly endLine: number
  readonly missing: readonly Missing[]
  /** how many words in and around it are of no known text */
  readonly added: number
  /** where its words stand, in bytes of the text read: between two of these stands what is not its own */
  readonly words: readonly Range[]
  /** where something fills its blanks: names, if it is not more than that */
  readonly filled: readonly Range[]
}

/** What a text, or a part of it, is where no known text is alike. */
export const unlike = (line: number, endLine: number): Identity => ({
  kind: 'none',
  names: [],
  line,
  endLine,
  missing: [],
  added: 0,
  words: [],
  filled: [],
})
