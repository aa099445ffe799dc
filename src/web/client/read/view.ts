import type { readTexts } from './licenses.ts'

/** What the page shows of license texts: all names and labels are words already, and places are numbers of marks. */
export type LicensesView = Awaited<ReturnType<typeof readTexts>>['view']
/** One license that was read. */
export type LicenseView = LicensesView['licenses'][number]

/** How a clause is marked, the heaviest first; a right of the licensor that takes from the reader limits. */
export const LOOKS = ['ban', 'duty', 'limit', 'plea', 'grant', 'definition'] as const
export type ClauseLook = (typeof LOOKS)[number]

/** What clauses do, of one and of more. */
export const DOES = {
  ban: ['forbids', 'forbid'],
  duty: ['requires', 'require'],
  limit: ['limits', 'limit'],
  plea: ['asks', 'ask'],
  grant: ['gives', 'give'],
  definition: ['defines', 'define'],
} as const satisfies Record<ClauseLook, readonly [string, string]>

/** How words are marked that were not understood: some may be a clause. */
export const UNREAD_LOOKS = ['possible', 'unread'] as const
export type UnreadLook = (typeof UNREAD_LOOKS)[number]

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
