import { join, resolve } from 'node:path'
import { entryAt, isWithin, realPathOf } from '../files/disk.ts'
import { readSmall } from '../files/head.ts'

/** Where git's own files of a folder are, as real paths. */
export interface GitPlace {
  /** with the HEAD of what is checked out */
  readonly git: string
  /** with the objects and branches: the same, but for a worktree */
  readonly common: string
}

/**
 * Where git's own files of a folder are: its `.git`, or for a bare repository the folder itself; null where it has
 * none.
 * A `.git` that came with the folder may name any place on this disk. One outside counts only when it names the folder
 * too, as that of a worktree or a submodule does.
 */
export async function gitPlaceOf(folder: string): Promise<GitPlace | null> {
  const root = realPathOf(folder)
  if (root === null) return null
  const found = entryAt(join(root, '.git'))
  if (found === null) return isRepository({ git: root, common: root }) ? placeIn(root, root) : null
  if (!found.isFile()) return placeIn(realPathOf(join(root, '.git')), root)
  const names = /^gitdir: ([^\r\n]{1,4096})/.exec((await readSmall(join(root, '.git'), 8192)) ?? '')?.[1]
  const git = names === undefined ? null : realPathOf(resolve(root, names))
  if (git === null || isWithin(git, root)) return placeIn(git, root)
  if (!(await namesBack(git, root))) return null
  const common = realPathOf(resolve(git, (await lineOf(join(git, 'commondir'))) || '.'))
  return common === null ? null : { git, common }
}

/** What is in the folder may not lead out of it. */
async function placeIn(git: string | null, root: string): Promise<GitPlace | null> {
  if (git === null || !isWithin(git, root) || !entryAt(git)?.isDirectory()) return null
  const common = realPathOf(resolve(git, (await lineOf(join(git, 'commondir'))) || '.'))
  return common !== null && isWithin(common, root) ? { git, common } : null
}

/** Whether git's own files are there. */
export const isRepository = ({ git, common }: GitPlace): boolean =>
  entryAt(join(git, 'HEAD')) !== null && entryAt(join(common, 'objects')) !== null

/** Whether git's files elsewhere say that they are this folder's. */
async function namesBack(git: string, root: string): Promise<boolean> {
  const worktree = await lineOf(join(git, 'gitdir'))
  if (worktree !== '') return realPathOf(resolve(git, worktree)) === join(root, '.git')
  const config = (await readSmall(join(git, 'config'))) ?? ''
  const submodule = valueIn(config, 'core', 'worktree')
  return submodule !== null && realPathOf(resolve(git, submodule)) === root
}

const lineOf = async (path: string) => ((await readSmall(path, 4096)) ?? '').trim()

/** A value in git's configuration format; the last one counts. Names of keys are without case. */
export function valueIn(config: string, section: string, key: string): string | null {
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
