import { UnwashError } from '../../sources/error.ts'

const NO_ROOM = /no space left|disk quota|file too large|could not (?:write|sync|truncate|create)|failed to write/i
const DAMAGED = /corrupt|checksum|deserializ|serialization error|not a valid DuckDB|magic|enough bytes|invalidated/i
const NO_TABLE = /table with name \w+ does not exist/i
const NO_MEMORY = /out of memory|failed to allocate/i

/** Trouble with the file of a store, as a sentence for who can mend it; anything else stays what it is. */
export function troubleWith(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof UnwashError) return cause
  const { message: says } = cause
  if (NO_ROOM.test(says)) {
    const todo = `see that there is room on its disk, and that it may be written (${firstLine(says)})`
    return new UnwashError('the store cannot be written', path, todo, { cause })
  }
  if (DAMAGED.test(says) || NO_TABLE.test(says)) {
    return new UnwashError('no store, or a damaged one, is at', path, 'name another file, or a copy', { cause })
  }
  if (NO_MEMORY.test(says)) {
    return new UnwashError('there was not enough memory for the store', path, 'ask less at once', { cause })
  }
  return cause
}

/** What a database says, on one line. */
export const firstLine = (says: string) => (says.split('\n')[0] ?? '').slice(0, 160)
