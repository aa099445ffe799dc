/** The limits on what a place may make us wait for and read. Times in milliseconds, sizes in bytes. */

/** How long a hub is waited for. */
export interface Patience {
  /** until it begins to answer, and from one piece of an answer to the next */
  readonly silence: number
  /** for one answer in all */
  readonly answer: number
  /** how often one thing is asked for */
  readonly tries: number
  /**
   * before the second try; doubled for each further one, and shortened by chance so that many do not come back at once
   */
  readonly pause: number
  /** waiting in all because a hub asks for it: two of the windows its limits are counted in */
  readonly waiting: number
}

/** For an answer that a person waits for. */
export const PATIENCE: Patience = { silence: 20_000, answer: 120_000, tries: 4, pause: 500, waiting: 600_000 }

/** a hub sends a file on to its store, and a renamed repository to its new name; more is a circle */
export const REDIRECTS = 5

/** the list of names of 200,000 files with long paths */
export const JSON_BYTES = 48 * 1024 * 1024

/** read at once of a file of weights, so that most headers come with one request */
export const AHEAD_BYTES = 128 * 1024
