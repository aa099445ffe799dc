import type { Cited } from '../../report/report.ts'
import type { Card } from './card.ts'
import type { DataFound } from './data.ts'
import type { PlainPage } from './page.ts'

/** A text given to be read as a license, or one that lies beside it. */
export interface GivenText {
  readonly path: string
  /** decoded; lines split at \n */
  readonly content: string
  /** of a PDF: the index of the first line of each page */
  readonly pages?: readonly number[]
  /** what its name says it is: prose in which a license may stand, a policy, or a legal text */
  readonly as: 'legal' | 'policy' | 'prose'
  /** found in a folder by its ending alone: it counts only where it says something that a license says */
  readonly found?: true
  /** what `prepare` made of it: a page, a card or other prose, data */
  readonly page?: PlainPage
  readonly card?: Card
  readonly data?: DataFound
}

/** Something that was asked for and could not be read. */
export interface UnreadText {
  readonly path: string
  /** a word for what it is: `pdf-not-read`, `binary-not-read` … */
  readonly kind: string
  readonly says: string
  /** what would let it be read */
  readonly wouldChange: string
}

/** Everything that is to be read at once. */
export interface GivenLicenses {
  readonly asked: readonly GivenText[]
  /** texts of the same folders, to follow pointers and to read policies with the license that incorporates them */
  readonly beside: readonly GivenText[]
  readonly unread: readonly UnreadText[]
}

/** Tells of something that bears on a reading: a kind, a sentence, where, and what would change it. */
export type Tell = (kind: string, says: string, cited: Cited, wouldChange: string) => void
