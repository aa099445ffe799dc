import { join, resolve } from 'node:path'
import { entryAt } from '../disk.ts'
import { readSmall } from '../head.ts'
import { type Origin, originOfUrl } from '../origin.ts'

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

/** Reads a folder's `.git`; null when it has none. */
export async function readClone(root: string): Promise<Clone | null> {
  const git = await gitFolder(root)
  if (git === null) return null
  const common = await commonFolder(git)
  const config = (await readSmall(join(common, 'config'))) ?? ''
  const url = valueIn(config, 'remote "origin"', 'url')
  const worktree = (await readSmall(join(git, 'config.worktree'))) ?? ''
  const head = ((await readSmall(join(git, 'HEAD'), 1024)) ?? '').trim()
  const branch = /^ref: (refs\/[^\s]{1,500})$/.exec(head)?.[1]
  const revision = branch === undefined ? head : await resolveBranch(git, common, branch)
  return {
    origin: url === null ? null : originOfUrl(url),
    revision: revision !== null && COMMIT.test(revision) ? revision : null,
    // a reftable repository names no branch here, and may well have commits
    unborn: branch !== undefined && branch !== 'refs/heads/.invalid' && revision === null,
    sparse: [config, worktree].some(text => valueIn(text, 'core', 'sparsecheckout') === 'true'),
    submodules: submodulesIn((await readSmall(join(root, '.gitmodules'))) ?? ''),
  }
}

async function gitFolder(root: string): Promise<string | null> {
  const path = join(root, '.git')
  const found = entryAt(path)
  if (found?.isDirectory()) return path
  // a worktree or submodule: its repository is elsewhere, of which only a commit and a URL are ever shown
  const points = found?.isFile() ? /^gitdir: ([^\r\n]{1,4096})/.exec((await readSmall(path, 8192)) ?? '') : null
  return points?.[1] === undefined ? null : resolve(root, points[1])
}

async function commonFolder(git: string): Promise<string> {
  const common = ((await readSmall(join(git, 'commondir'), 4096)) ?? '').trim()
  return common === '' ? git : resolve(git, common)
}

async function resolveBranch(git: string, common: string, branch: string): Promise<string | null> {
  if (branch.split('/').includes('..')) return null
  for (const folder of [git, common]) {
    const loose = ((await readSmall(join(folder, branch), 1024)) ?? '').trim()
    if (loose !== '') return loose
  }
  const packed = (await readSmall(join(common, 'packed-refs'), PACKED_BYTES)) ?? ''
  const line = packed.split('\n').find(one => one.trimEnd().endsWith(` ${branch}`))
  return line?.split(' ', 1)[0] ?? null
}

/** A value in git's configuration format; the last one counts. Names of keys are without case. */
function valueIn(config: string, section: string, key: string): string | null {
  let here = false
  let value: string | null = null
  for (const line of config.split('\n')) {
    const heading = /^\s*\[([^\]]{1,300})\]/.exec(line)
    if (heading) here = heading[1]?.trim() === section
    const at = line.indexOf('=')
    if (here && at > 0 && line.slice(0, at).trim().toLowerCase() === key) {
      value = line
        .slice(at + 1)
        .trim()
        .replace(/^"|"$/g, '')
    }
  }
  return value
}

function submodulesIn(text: string): readonly string[] {
  return text.split('\n').flatMap(line => {
    const path = /^\s*path\s*=([^\r]*)/.exec(line)?.[1]?.trim()
    return path ? [path.replace(/\/$/, '')] : []
  })
}
