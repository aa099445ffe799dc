import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invalid } from '@unwash/core/error'
import { decoded } from '@unwash/core/text/address'
import { entryAt } from '../files/disk.ts'
import { type GitPlace, gitPlaceOf, isRepository } from './place.ts'

/** Where a repository is, and the revision asked for; null is its default branch, or what is checked out. */
export type RepositoryAddress =
  | { readonly is: 'local'; readonly path: string; readonly place: GitPlace; readonly revision: string | null }
  | { readonly is: 'url'; readonly url: string; readonly revision: string | null; readonly below: string | null }
  /** what git could be made to run commands with */
  | { readonly is: 'refused' }
  /** `path@revision` or the URL of a folder that is no repository */
  | { readonly is: 'no-repository'; readonly path: string }

/** steps of a web address after which the revision comes, on the forges that show repositories */
const SHOWS_REVISION = new Set(['tree', 'commit', 'blob'])

/** Reads a target as the address of a repository; null when it is none. */
export async function readAddress(target: string): Promise<RepositoryAddress | null> {
  if (target === '' || target.includes('\0')) return null
  // a host that begins with a dash would be an option of ssh's
  if (/^[a-z0-9+.-]{1,30}::|^[a-z]{1,10}:\/\/-/i.test(target)) return { is: 'refused' }
  if (/^file:\/\//i.test(target)) return readFileUrl(target)
  if (/^(?:https?|ssh|git):\/\//i.test(target)) return readUrl(target)
  const short = /^gh:([\w.-]{1,100}\/[\w.-]{1,100}(?:@.{0,300})?)$/.exec(target)
  if (short) return readUrl(`https://github.com/${short[1]}`)
  if (/^\w[\w.-]{0,100}@\w[\w.-]{0,255}:(?!\/\/)/.test(target)) return splitRevision(target, target.indexOf(':') + 1)
  return readLocal(target)
}

function readUrl(target: string): RepositoryAddress {
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

/** `url@revision`: an @ in the path; one before it belongs to the user's name. */
function splitRevision(url: string, pathAt: number): RepositoryAddress {
  const at = url.indexOf('@', pathAt)
  if (at < 0) return { is: 'url', url, revision: null, below: null }
  return { is: 'url', url: url.slice(0, at), revision: url.slice(at + 1) || null, below: null }
}

/** A repository on this disk is read where it is: git is never run from within it, as it is on a server. */
async function readFileUrl(target: string): Promise<RepositoryAddress> {
  try {
    const path = fileURLToPath(target)
    return (await readLocal(path, true)) ?? { is: 'no-repository', path }
  } catch {
    return { is: 'refused' }
  }
}

/**
 * Reads `path@revision` or the path of a bare repository; null when it is none.
 * @param asRepository reads a folder with a working tree as what its HEAD names, not as a folder
 */
export async function readLocal(target: string, asRepository = false): Promise<RepositoryAddress | null> {
  if (exists(target)) {
    const isFolder = !asRepository && exists(join(target, '.git'))
    const place = isFolder ? null : await gitPlaceOf(target)
    return place && isRepository(place) ? { is: 'local', path: target, place, revision: null } : null
  }
  // revisions such as main@{1} hold an @ themselves: the longest path that exists is the path
  for (let at = target.lastIndexOf('@'); at > 0; at = target.lastIndexOf('@', at - 1)) {
    const path = target.slice(0, at)
    const revision = target.slice(at + 1)
    if (revision === '' || !exists(path)) continue
    const place = await gitPlaceOf(path)
    return place && isRepository(place) ? { is: 'local', path, place, revision } : { is: 'no-repository', path }
  }
  return null
}

const exists = (path: string): boolean => entryAt(path) !== null

/** Throws `UnwashError` for a revision that git would take for an option, a pattern or several. */
export function checkRevision(revision: string, where: string): void {
  if (!/^[-+]|[\s:*?[\\]|\.\./.test(revision) && revision.length <= 300) return
  throw invalid(`no revision "${revision.slice(0, 80)}" can be in`, where, 'give a branch, a tag or a full commit hash')
}
