import { join } from 'node:path'
import { entryAt } from '../disk.ts'
import { UnwashError } from '../error.ts'

/** Where a repository is, and the revision asked for; null is its default branch, or what is checked out. */
export type Address =
  | { readonly is: 'local'; readonly path: string; readonly folder: string; readonly revision: string | null }
  | { readonly is: 'url'; readonly url: string; readonly revision: string | null; readonly below: string | null }
  /** what git could be made to run commands with */
  | { readonly is: 'refused' }
  /** `path@revision` of a folder that is no repository */
  | { readonly is: 'no-repository'; readonly path: string }

/** steps of a web address after which the revision comes, on the forges that show repositories */
const SHOWS_REVISION = new Set(['tree', 'commit', 'blob'])

/** Reads a target as the address of a repository; null when it is none. */
export async function readAddress(target: string): Promise<Address | null> {
  if (target === '' || target.includes('\0')) return null
  // a host that begins with a dash would be an option of ssh's
  if (/^[a-z0-9+.-]{1,30}::|^[a-z]{1,10}:\/\/-/i.test(target)) return { is: 'refused' }
  if (/^(?:https?|ssh|git|file):\/\//i.test(target)) return readUrl(target)
  const short = /^gh:([\w.-]{1,100}\/[\w.-]{1,100}(?:@.{0,300})?)$/.exec(target)
  if (short) return readUrl(`https://github.com/${short[1]}`)
  if (/^\w[\w.-]{0,100}@\w[\w.-]{0,255}:(?!\/\/)/.test(target)) return splitRevision(target, target.indexOf(':') + 1)
  return readLocal(target)
}

function readUrl(target: string): Address {
  const pathAt = target.indexOf('/', target.indexOf('://') + 3)
  if (pathAt < 0) return { is: 'url', url: target, revision: null, below: null }
  const steps =
    target
      .slice(pathAt + 1)
      .split(/[?#]/, 1)[0]
      ?.split('/') ?? []
  const at = /^https?:/i.test(target) ? steps.findIndex((step, i) => i >= 2 && SHOWS_REVISION.has(step)) : -1
  const after = steps.slice(at + 1).filter(step => step !== '')
  if (at < 0 || after.length === 0) return splitRevision(target.replace(/\/+$/, ''), pathAt)
  // gitlab puts a dash between
  const repository = steps.slice(0, steps[at - 1] === '-' ? at - 1 : at).join('/')
  const [revision = null, ...below] = after.map(decoded)
  return { is: 'url', url: target.slice(0, pathAt + 1) + repository, revision, below: below.join('/') || null }
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

/** `url@revision`: an @ in the path; one before it belongs to the user's name. */
function splitRevision(url: string, pathAt: number): Address {
  const at = url.indexOf('@', pathAt)
  if (at < 0) return { is: 'url', url, revision: null, below: null }
  return { is: 'url', url: url.slice(0, at), revision: url.slice(at + 1) || null, below: null }
}

function readLocal(target: string): Address | null {
  if (exists(target)) {
    const bare = !exists(join(target, '.git')) && isRepository(target)
    return bare ? { is: 'local', path: target, folder: target, revision: null } : null
  }
  // revisions such as main@{1} hold an @ themselves: the longest path that exists is the path
  for (let at = target.lastIndexOf('@'); at > 0; at = target.lastIndexOf('@', at - 1)) {
    const path = target.slice(0, at)
    const revision = target.slice(at + 1)
    if (revision === '' || !exists(path)) continue
    for (const folder of [join(path, '.git'), path]) {
      if (isRepository(folder)) return { is: 'local', path, folder, revision }
    }
    return { is: 'no-repository', path }
  }
  return null
}

/** A folder laid out as git's own, or the file a worktree has in its place. */
function isRepository(folder: string): boolean {
  const found = entryAt(folder)
  if (found?.isFile()) return folder.endsWith('.git')
  return ['HEAD', 'objects'].every(part => exists(join(folder, part)))
}

const exists = (path: string): boolean => entryAt(path) !== null

/** Throws `UnwashError` for a revision that git would take for an option, a pattern or several. */
export function checkRevision(revision: string, where: string): void {
  if (!/^[-+]|[\s:*?[\\]|\.\./.test(revision) && revision.length <= 300) return
  throw new UnwashError(
    `no revision "${revision.slice(0, 80)}" can be in`,
    where,
    'give a branch, a tag or a full commit hash',
  )
}
