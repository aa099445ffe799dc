import type { Facts } from '../store/rows.ts'

/** One release of a survey, and what its list says of it. */
export interface Target {
  readonly target: string
  readonly facts: Facts
}

/** What a survey goes through. */
export interface Targets {
  /** in words, such as `names.txt`; with the knowledge it names the run */
  readonly source: string
  /** how many there are; null where that is not known before the end */
  readonly total: number | null
  /** what was left out of the list, and why */
  readonly notes: readonly string[]
  /** They are given one by one, each once; a list of millions is never in memory. */
  each(): AsyncIterable<Target>
}

/** What a listing needs of its caller. */
export interface Listing {
  readonly signal?: AbortSignal | undefined
  /** told of a wait */
  readonly tell?: ((says: string) => void) | undefined
}

/** One kind of list of releases. */
export interface ListOfTargets {
  accepts(word: string): boolean | Promise<boolean>
  /** Reads what the list is of; throws an UnwashError, before anything is kept, where it is no such list. */
  list(word: string, listing: Listing): Promise<Targets>
}
