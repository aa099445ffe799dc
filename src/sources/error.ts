/** longer places are cut: an error is one sentence a person reads */
const PLACE_LENGTH = 300

/** Control characters of a foreign name do not reach a terminal. */
function printable(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ').slice(0, PLACE_LENGTH)
}

/** Trouble only the caller can fix, in one sentence: what is wrong, where, and what to do. Exit code 2. */
export class UnwashError extends Error {
  readonly what: string
  readonly where: string
  readonly todo: string

  constructor(what: string, where: string, todo: string, options?: { readonly cause?: unknown }) {
    super(`${what} "${printable(where)}": ${printable(todo)}`, options)
    this.name = 'UnwashError'
    this.what = what
    this.where = where
    this.todo = todo
  }
}
