/** longer places are cut: an error is one sentence a person reads */
const PLACE_LENGTH = 300

/** Control characters of a foreign name do not reach a terminal. */
function printable(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ').slice(0, PLACE_LENGTH)
}

/** Kinds of trouble, for programs; the words of a message may change, and these do not. */
export const ERROR_CODES = ['not-found', 'refused', 'network', 'invalid', 'unreadable', 'not-installed'] as const
/** One of them. */
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

/** Somebody has to give something else. */
export const invalid = (what: string, where: string, todo: string, cause?: unknown): UnwashError =>
  new UnwashError(what, where, todo, 'invalid', cause)
/** Nothing is there. */
export const notFound = (what: string, where: string, todo: string, cause?: unknown): UnwashError =>
  new UnwashError(what, where, todo, 'not-found', cause)
/** It is there, and cannot be read or written. */
export const unreadable = (what: string, where: string, todo: string, cause?: unknown): UnwashError =>
  new UnwashError(what, where, todo, 'unreadable', cause)

/** What of an error goes from one thread to another: its kind would be lost on the way. */
export type ToldError = Pick<UnwashError, 'what' | 'where' | 'todo' | 'code'>
/** An error as it is told to another thread. */
export const toldOf = ({ what, where, todo, code }: UnwashError): ToldError => ({ what, where, todo, code })
/** The error that another thread told of. */
export const errorOf = ({ what, where, todo, code }: ToldError): UnwashError => new UnwashError(what, where, todo, code)

/** What went wrong, in the words of whoever threw it. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** The same on one line of so many letters at most. */
export const firstLine = (cause: unknown, most = 160): string => messageOf(cause).split('\n', 1).join('').slice(0, most)

/** The first of what does not hold in a value, by its place; `whole` where that is all of it. */
export const issueIn = (
  {
    issues: [issue],
  }: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] },
  whole: string,
): string => `${issue?.path.join('.') || whole}: ${issue?.message ?? 'does not hold'}`

/** Whether the disk, or a quota on it, has no room left. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:ENOSPC|EDQUOT|EFBIG)$/.test(String(error.code))

/** What to do about something that could not be written: to make room where there is none, else what is told. */
export const roomOr = (cause: unknown, todo: string): string => (isFull(cause) ? 'make room on its disk' : todo)
