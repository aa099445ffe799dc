import { join } from 'node:path'
import { loadHosts } from '../../knowledge/load.ts'
import { entryAt, pathWithin } from '../files/disk.ts'
import { readSmall } from '../head.ts'
import { type Origin, originOfUrl } from '../origin.ts'
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
  readonly submodules: readonly string[]
}

/** packed refs of the largest repositories are a few megabytes */
const PACKED_BYTES = 8 * 1024 * 1024

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
    submodules: submodulesIn((await readSmall(join(root, '.gitmodules'))) ?? ''),
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

function submodulesIn(text: string): readonly string[] {
  return text.split('\n').flatMap(line => {
    const path = /^\s*path\s*=([^\r]*)/.exec(line)?.[1]?.trim()
    return path ? [path.replace(/\/$/, '')] : []
  })
}
