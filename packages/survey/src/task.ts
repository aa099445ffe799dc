import type { Release } from '@unwash/core/release/release'
import type { Question, Reading } from '@unwash/core/report/question'
import type { Ready } from './store/pack.ts'
import type { Facts } from './store/rows.ts'
import type { Failure } from './store/store.ts'

/** Milliseconds: some hundred times what the largest release seen takes, on a slow machine. */
export const TIME_LIMIT = 120_000

/** A release to be audited in a thread of its own. */
export interface Task {
  readonly run: string
  readonly target: string
  readonly facts: Facts
  /** read already, where reading it meant waiting for a hub; else it is read here */
  readonly release: Release | null
  /** what others read of it, where they were asked */
  readonly readings?: readonly Reading[] | undefined
  /** somebody is there to be asked what cannot be decided */
  readonly asks?: boolean | undefined
  /** milliseconds that reading it may take; a program started for it ends with that */
  readonly limit: number
}

/** What became of it. An error would lose its kind on the way between threads. */
export type Outcome =
  | { readonly is: 'kept'; readonly ready: Ready; readonly questions: readonly Question[] }
  | {
      readonly is: 'failed'
      readonly failure: Failure
      /** it may go better another time */
      readonly passing?: boolean
    }

/** What is said of a release that took too long. */
export const tookTooLong = (limit: number): Failure => ({
  kind: 'time',
  message: `it took longer than ${limit / 1000} seconds, and was ended`,
})
