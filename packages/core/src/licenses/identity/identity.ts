import type { ResidueReading } from '../../report/vocabulary.ts'
import type { Range } from './texts/ranges.ts'

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
   * `exact`: the whole text, from its first word to its last; `residue`: with words added, missing or changed in it;
   * `related`: parts of it only; `none`: no known text is alike. What stands around it is for the account to tell.
   */
  readonly kind: 'exact' | 'residue' | 'related' | 'none'
  /** the known text; several when they have the same words */
  readonly names: readonly string[]
  readonly line: number
  readonly endLine: number
  readonly missing: readonly Missing[]
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
  words: [],
  filled: [],
})
