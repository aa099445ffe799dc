import { join } from 'node:path'
import { type ErrorCode, UnwashError } from '@unwash/core/error'
import { plain } from '@unwash/core/text/foreign'
import { isWithin, pathWithin, realPathOf } from '@unwash/sources/files/disk'
import { HUB_HOSTS } from '@unwash/sources/hub/address'

/** What a server may be asked to read: a repository at the hub, one that git reads, a path below the allowed root. */
export type Target =
  | { readonly is: 'hub'; readonly target: string }
  | { readonly is: 'git'; readonly target: string; readonly url: string }
  | { readonly is: 'path'; readonly target: string }

const ID = /^(?:datasets\/)?\w[\w.-]{0,95}\/\w[\w.-]{0,95}(?:@[\w./-]{1,200})?$/
/** longer is no target */
const LONGEST_TARGET = 500

/**
 * Reads what was submitted. What could be taken for a path on this machine is one only below the root that whoever runs
 * the server allowed; without a root there are none. Throws an UnwashError that says what may be given.
 */
export async function readTarget(submitted: string, root: string | null): Promise<Target> {
  const given = submitted.trim()
  if (given.length === 0 || given.length > LONGEST_TARGET || /\p{Cc}/u.test(given)) throw nothing(given)
  if (/^https?:\/\//i.test(given)) return readUrl(given)
  if (given.startsWith('path:')) return { is: 'path', target: await below(root, given.slice('path:'.length), given) }
  const id = given.startsWith('hf:') ? given.slice('hf:'.length) : given
  if (ID.test(id) && !id.split(/[/@]/).some(step => step === '.' || step === '..'))
    return { is: 'hub', target: `hf:${id}` }
  throw nothing(given)
}

const nothing = (given: string) =>
  new UnwashError(
    'no model and no repository is called',
    given,
    'give org/model, or the https address of a repository',
    'invalid',
  )

function readUrl(given: string): Target {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || url.username !== '' || url.password !== '') throw nothing(given)
  if (HUB_HOSTS.has(url.host) && !url.pathname.startsWith('/spaces/')) return { is: 'hub', target: url.href }
  return { is: 'git', target: url.href.replace(/\/$/, ''), url: url.href }
}

/** A path below the root, all links followed. Nothing is said of what is outside, not even whether it is there. */
async function below(root: string | null, path: string, given: string): Promise<string> {
  if (root === null) throw nothing(given)
  const nowhere = new UnwashError(
    'no folder or file that may be read is at',
    given,
    'give a path below the root',
    'invalid',
  )
  const base = realPathOf(root)
  const real = base !== null && isWithin(join(base, path), base) ? pathWithin(base, path) : null
  if (real === null) throw nowhere
  return real
}

/** a path of this machine as sentences have it; in an address another slash, or a colon, stands before */
const ABSOLUTE = /(?<![\w:/.])(?:\/|[A-Za-z]:\\|\\\\)[^\s"'“”‘’()<>]+/g

/** A sentence for whoever asks a server: where its files are is not said. */
export const withoutPlaces = (says: string): string => says.replace(ABSOLUTE, '…')

/** what to do about trouble of a kind; whoever asks a server has no command line, and no token of it */
const TODO: Partial<Record<ErrorCode, string>> = {
  'not-found': 'check the name; what is private looks from here as if it were not there',
  refused: 'who has access can read a copy of it in the browser',
  network: 'check the name, and try again later; a copy of it can be read in the browser meanwhile',
}

/** What went wrong, and what to do, for whoever asks a server. */
export function told(error: Error): string {
  if (!(error instanceof UnwashError)) return withoutPlaces(error.message)
  const { what, where, todo, code } = error
  // of trouble on the way the first words say which
  const why = code === 'network' && todo.includes('; ') ? `${todo.replace(/; .*/, '')}; ` : ''
  return withoutPlaces(
    `${what} "${plain(where).slice(0, LONGEST_TARGET)}": ${TODO[code] ? `${why}${TODO[code]}` : todo}`,
  )
}
