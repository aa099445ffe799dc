/** longer places are cut: an error is one sentence a person reads */
const PLACE_LENGTH = 300

/** Control characters of a foreign name do not reach a terminal. */
function printable(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ').slice(0, PLACE_LENGTH)
}

/** Kinds of trouble, for programs; the words of a message may change, and these do not. */
export const ERROR_CODES = ['not-found', 'refused', 'network', 'invalid', 'unreadable', 'not-installed'] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Trouble only the caller can fix, in one sentence: what is wrong, where, and what to do. Exit code 2. */
export class UnwashError extends Error {
  /**
   * `not-found`: nothing is there · `refused`: access has to be asked for · `network`: no answer, or one that may pass
   * · `invalid`: what was given does not hold · `not-installed`: an optional package, or git
   * · `unreadable`: anything else
   */
  readonly code: ErrorCode
  readonly what: string
  readonly where: string
  readonly todo: string

  constructor(what: string, where: string, todo: string, code: ErrorCode, cause?: unknown) {
    super(`${what} "${printable(where)}": ${printable(todo)}`, cause === undefined ? {} : { cause })
    this.name = 'UnwashError'
    this.code = code
    this.what = what
    this.where = where
    this.todo = todo
  }
}

/** Whether the disk, or a quota on it, has no room left. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:ENOSPC|EDQUOT|EFBIG)$/.test(String(error.code))

/** What to do about something that could not be written: to make room where there is none, else what is told. */
export const roomOr = (cause: unknown, todo: string): string => (isFull(cause) ? 'make room on its disk' : todo)
