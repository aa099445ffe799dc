import { join } from 'node:path'
import { type Origin, originOfUrl } from '@unwash/core/release/origin'
import { loadHosts } from '@unwash/knowledge/load'
import { entryAt, pathWithin } from '../files/disk.ts'
import { readHead, readSmall } from '../files/head.ts'
import { gitlinksIn } from '../repository/gitlinks.ts'
import { gitPlaceOf, valueIn } from '../repository/place.ts'

/** What a clone's own files say of it. Nothing is run to learn it. */
export interface Clone {
  readonly origin: Origin | null
  /** the commit that is checked out; null when there is none yet, or it is kept in a way we do not read */
  readonly revision: string | null
  /** HEAD names a branch that has no commit */
  readonly unborn: boolean
  /** only a part of the tree is checked out */
  readonly sparse: boolean
  /** folders that are another repository's, by the index alone: what `.gitmodules` says anybody may write */
  readonly submodules: readonly string[]
}

/** packed refs of the largest repositories are a few megabytes */
const PACKED_BYTES = 8 * 1024 * 1024

/** the index of a repository of 200,000 files is about 30 megabytes */
const INDEX_BYTES = 64 * 1024 * 1024

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** Reads a folder's `.git`; null when it has none, or one that leads elsewhere. */
export async function readClone(root: string): Promise<Clone | null> {
  const place = entryAt(join(root, '.git')) === null ? null : await gitPlaceOf(root)
  if (place === null) return null
  const { git, common } = place
  const config = (await readSmall(join(common, 'config'))) ?? ''
  const url = valueIn(config, 'remote "origin"', 'url')
  const worktree = (await readSmall(join(git, 'config.worktree'))) ?? ''
  const head = ((await readSmall(join(git, 'HEAD'), 1024)) ?? '').trim()
  const branch = /^ref: (refs\/[^\s]{1,500})$/.exec(head)?.[1]
  const revision = branch === undefined ? head : await resolveBranch(git, common, branch)
  return {
    origin: url === null ? null : originOfUrl(url, loadHosts()),
    revision: revision !== null && COMMIT.test(revision) ? revision : null,
    // a reftable repository names no branch here, and may well have commits
    unborn: branch !== undefined && branch !== 'refs/heads/.invalid' && revision === null,
    sparse: [config, worktree].some(text => valueIn(text, 'core', 'sparsecheckout') === 'true'),
    submodules: await submodulesOf(git),
  }
}

async function resolveBranch(git: string, common: string, branch: string): Promise<string | null> {
  if (branch.split('/').includes('..')) return null
  for (const folder of [git, common]) {
    const at = pathWithin(folder, branch)
    const loose = at === null ? '' : ((await readSmall(at, 1024)) ?? '').trim()
    if (loose !== '') return loose
  }
  const packed = (await readSmall(join(common, 'packed-refs'), PACKED_BYTES)) ?? ''
  const line = packed.split('\n').find(one => one.trimEnd().endsWith(` ${branch}`))
  return line?.split(' ', 1)[0] ?? null
}

async function submodulesOf(git: string): Promise<readonly string[]> {
  const at = join(git, 'index')
  const read = entryAt(at) === null ? null : await readHead(at, INDEX_BYTES).catch(() => null)
  return read === null ? [] : gitlinksIn(read.bytes)
}
