import { DEPTH, ENTRIES, TEXT_BYTES, TEXT_BYTES_IN_ALL } from '@unwash/core/release/limits'
import type { ReleaseFile } from '@unwash/core/release/release'
import { runGit } from './run.ts'

/** A repository of our own making, fetched or the view of one on this disk, read without a checkout. */
export interface Repository {
  /** bare; never the `.git` that came with a release, whose configuration could run anything */
  readonly folder: string
  readonly signal?: AbortSignal | undefined
}

/** A file of a commit, and the content it stands for. */
export interface TreeEntry {
  readonly path: string
  readonly kind: ReleaseFile['kind']
  readonly object: string
}

/** Runs git on the repository, from its own files alone. */
export function inRepository(
  repository: Repository,
  args: readonly string[],
  options: { input?: string; most?: number } = {},
) {
  return runGit(['--git-dir', repository.folder, ...args], { signal: repository.signal, ...options })
}

/** The commit a revision names; null when there is none. */
export async function resolveCommit(repository: Repository, revision: string): Promise<string | null> {
  const name = `${revision}^{commit}`
  return commitBy(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])
}

async function commitBy(repository: Repository, args: readonly string[]): Promise<string | null> {
  const { code, out } = await inRepository(repository, args)
  const commit = new TextDecoder().decode(out).trim()
  return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null
}

/** The last commit of a day, UTC, on the way to a revision; null when there was none yet. */
export async function lastCommitOn(repository: Repository, revision: string, on: string): Promise<string | null> {
  const before = `--before=${on}T23:59:59Z`
  return commitBy(repository, ['rev-list', '-1', '--first-parent', before, '--end-of-options', revision])
}

/** Lists a commit's tree; what the limits of entries or depth cut is left out. */
export async function listTree(
  repository: Repository,
  commit: string,
): Promise<{ entries: TreeEntry[]; left: string[]; complete: boolean }> {
  const { code, out } = await inRepository(repository, ['ls-tree', '-r', '-z', '--full-tree', commit])
  const entries: TreeEntry[] = []
  const records = new TextDecoder().decode(out).split('\0')
  // the last is empty, or cut
  records.pop()
  const left: string[] = []
  for (const record of records) {
    const entry = /^(\d{6}) \w{1,10} ([0-9a-f]{40,64})\t(.*)$/s.exec(record)
    const [, mode, object, path] = entry ?? []
    if (mode === undefined || object === undefined || path === undefined) continue
    if (entries.length === ENTRIES || path.split('/').length - 1 > DEPTH) {
      left.push(path)
      continue
    }
    entries.push({ path, object, kind: mode === '160000' ? 'submodule' : mode === '120000' ? 'link' : 'file' })
  }
  return { entries, left, complete: code === 0 && left.length === 0 }
}

/** The sizes in bytes of the contents that are here; nothing is fetched to learn one. */
export async function sizesOf(
  repository: Repository,
  objects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>()
  if (objects.length === 0) return sizes
  const { out } = await inRepository(repository, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
    input: `${objects.join('\n')}\n`,
  })
  for (const line of new TextDecoder().decode(out).split('\n')) {
    const [object, size] = line.split(' ')
    // "missing" in place of the size
    if (object !== undefined && size !== undefined && /^\d+$/.test(size)) sizes.set(object, Number(size))
  }
  return sizes
}

/** Reads the small contents among `objects` in one go, up to the limits of texts. */
export async function readSmallOnes(
  repository: Repository,
  objects: readonly string[],
  sizes: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  let room = TEXT_BYTES_IN_ALL
  const asked = [...new Set(objects)].filter(object => {
    const size = sizes.get(object)
    if (size === undefined || size > TEXT_BYTES || size > room) return false
    room -= size
    return true
  })
  return contentsOf(repository, asked)
}

/** The contents of objects, whatever they are; those that are not here, or come after the most bytes, are left out. */
export async function contentsOf(
  repository: Repository,
  asked: readonly string[],
  most?: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>()
  if (asked.length === 0) return contents
  const { out } = await inRepository(repository, ['cat-file', '--batch'], {
    input: `${asked.join('\n')}\n`,
    ...(most === undefined ? {} : { most }),
  })
  let at = 0
  while (at < out.length) {
    const end = out.indexOf(10, at)
    if (end < 0) break
    const [object, , size] = new TextDecoder().decode(out.subarray(at, end)).split(' ')
    at = end + 1
    // a missing one has a line and no content
    if (object === undefined || size === undefined) continue
    if (at + Number(size) > out.length) break
    contents.set(object, out.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return contents
}

/** Reads the first bytes of one content, of whatever size. */
export async function readBeginning(repository: Repository, object: string, bytes: number): Promise<Uint8Array> {
  const { out } = await inRepository(repository, ['cat-file', 'blob', object], { most: bytes })
  return out
}
