import type { Band, BandLook } from '../marked/bands.ts'
import type { MarkedLine } from '../marked/pieces.ts'
import type { viewLicense } from './license.ts'

/** What the page shows of license texts: all names and labels are words already, and places are numbers of marks. */
export interface LicensesView {
  readonly texts: readonly TextView[]
  readonly licenses: readonly LicenseView[]
  readonly clauses: readonly ClauseView[]
  /** words of each look in all texts */
  readonly words: Readonly<Record<BandLook, number>>
  /** what is to be known of the texts that were not read, or not in full */
  readonly findings: readonly { readonly says: string; readonly wouldChange: string }[]
}

/** A text with its marks. */
export interface TextView {
  readonly path: string
  readonly lines: readonly MarkedLine[]
  /** what the words of each line are; null of a web page, whose lines are not those that were read */
  readonly bands: readonly (readonly Band[])[] | null
}

/** How a clause is marked, the heaviest first; a right of the licensor that takes from the reader limits. */
export const LOOKS = ['ban', 'duty', 'limit', 'plea', 'grant', 'definition'] as const
export type ClauseLook = (typeof LOOKS)[number]

/** How words are marked that were not understood: some may be a clause. */
export const UNREAD_LOOKS = ['possible', 'unread'] as const
export type UnreadLook = (typeof UNREAD_LOOKS)[number]

/** A part that was not understood, numbered after the clauses. */
export interface UnreadView {
  readonly number: number
  readonly look: UnreadLook
  /** what it may be, or why it could not be read; null where there is nothing to tell */
  readonly says: string | null
  readonly line: number
  readonly quote: string
}

/** A clause, numbered through all texts in the order it stands. */
export interface ClauseView {
  readonly number: number
  readonly look: ClauseLook
  /** forbids, requires … */
  readonly says: string
  readonly name: string
  readonly details: string
  readonly meaning: string
  readonly against: readonly string[]
  /** where it stands; null where it stands in no text that is shown */
  readonly line: number | null
}

/** One license that was read. */
export type LicenseView = ReturnType<typeof viewLicense>
