import type { ClaimsView } from './check/read.ts'
import type { LicensesView } from './read/view.ts'

/** A text that was pasted or dropped; bytes are decoded as the command line decodes a file. */
export interface SentText {
  /** the name of its file, or what stands for one */
  readonly path: string
  readonly content: string | Uint8Array
  /** of a PDF: at which line of the text that was taken out of it, from 0, each page begins */
  readonly pages?: readonly number[]
  /** of a PDF out of which no text could be taken: why */
  readonly unread?: string
}

/** A license whose text is here, to be picked. */
export interface Pick {
  readonly id: string
  readonly name: string
}

/** What the page asks of the worker, and what comes back. */
export interface Asks {
  /** nothing but to be ready: the licenses that can be picked */
  picks: { readonly asked: null; readonly answered: readonly Pick[] }
  /** the text of a license that can be picked */
  text: { readonly asked: string; readonly answered: SentText }
  licenses: { readonly asked: readonly SentText[]; readonly answered: LicensesView }
  claims: { readonly asked: readonly SentText[]; readonly answered: ClaimsView }
}
export type Ask = keyof Asks

/** One question of the page; `id` tells answers apart. */
export type Question<A extends Ask = Ask> = {
  [One in A]: { readonly id: number; readonly ask: One; readonly asked: Asks[One]['asked'] }
}[A]

/** Its answer, or why there is none. */
export type Answer =
  | { readonly id: number; readonly answered: unknown; readonly milliseconds: number }
  | { readonly id: number; readonly failed: string }
