import { isFull, UnwashError, unreadable } from '@unwash/core/error'

/** what the system calls it, and in words: what is wrong with a place, and what to do */
const OF_THE_SYSTEM: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  EACCES: ['it is not allowed to read or write', 'give one that may be read and written'],
  EPERM: ['it is not allowed to read or write', 'give one that may be read and written'],
  EROFS: ['nothing can be written to', 'give a place that can be written to'],
  EISDIR: ['a folder, where a file is wanted, is at', 'name a file'],
  ENOTDIR: ['a file, where a folder is wanted, is on the way to', 'name another place'],
  ELOOP: ['links lead in a circle at', 'name another place'],
  ENAMETOOLONG: ['no file can have a name as long as', 'give a shorter one'],
  EMFILE: ['too many files are open for', 'raise the limit (ulimit -n)'],
  ENFILE: ['too many files are open for', 'end other programs'],
  EIO: ['the disk could not be read or written at', 'look at the disk'],
}

/** the packages that not everybody needs, and who does */
const OPTIONAL: Readonly<Record<string, string>> = {
  '@duckdb/node-api': 'surveys and dumps need',
  pg: 'a store in PostgreSQL needs',
  'pg-boss': 'surveys on several machines need',
  '@resvg/resvg-wasm': 'pictures of receipts need',
  'dejavu-fonts-ttf': 'pictures of receipts need',
}

const NOT_LOADED = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'])

/** Trouble of the machine, which no change of unwash would mend, as a sentence; anything else stays what it is. */
export function troubleOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnwashError || !('code' in error)) return error
  const code = String(error.code)
  const [place = 'the output'] = ['path', 'dest'].flatMap(key => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? [value] : []
  })
  if (isFull(error)) {
    return unreadable('no room is left for', place, 'make room on its disk, or name another', error)
  }
  if (NOT_LOADED.has(code)) {
    const part = /'([^']{1,200})'/.exec(error.message)?.[1] ?? error.message.split('\n')[0] ?? ''
    const needs = OPTIONAL[part]
    if (needs !== undefined) {
      const todo = `run npm install ${part} where unwash is installed, with --global if unwash is`
      return new UnwashError(`${needs} a package that is not installed,`, part, todo, 'not-installed', error)
    }
    const todo = 'install unwash again, with its optional packages (npm install --include=optional)'
    return new UnwashError('a part of the installation is missing or does not fit:', part, todo, 'not-installed', error)
  }
  // what PostgreSQL says has a severity and a code of five characters
  if (/^[0-9A-Z]{5}$/.test(code) && 'severity' in error) {
    const says = `${error.message.split('\n')[0] ?? ''} (${code})`
    return unreadable('the database does not do what is asked:', says, 'look at the database', error)
  }
  const said = OF_THE_SYSTEM[code]
  return said === undefined ? error : unreadable(said[0], place, said[1], error)
}
