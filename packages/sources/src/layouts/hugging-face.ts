import { realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { invalid, unreadable } from '@unwash/core/error'
import { type Origin, originOfFolder } from '@unwash/core/release/origin'
import { foundAt, isAbsent, namesInFolder, pathWithin } from '../files/disk.ts'
import { readSmall } from '../files/head.ts'
import { COMMIT } from '../hash.ts'

/**
 * A release as the Hugging Face client keeps it on disk: `models--org--name/snapshots/<revision>`, links to `blobs`.
 */
interface Snapshot {
  /** the snapshot's folder, real path */
  readonly root: string
  /** the cache folder of this one release, which the files may be links into */
  readonly bounds: string
  readonly origin: Origin
  readonly revision: string
}

const CACHED = /^(?:models|datasets|spaces)--(.+)$/

/** Where a folder downloaded with the client keeps what the client remembers. */
export const CLIENT_FOLDER = '.cache/huggingface'

/** Finds the snapshot when the folder is one, or is a release's cache folder; null for any other folder. */
export async function findSnapshot(folder: string): Promise<Snapshot | null> {
  const cache = basename(dirname(folder)) === 'snapshots' ? dirname(dirname(folder)) : folder
  const name = CACHED.exec(basename(cache))?.[1]
  if (name === undefined) return null
  const revision = cache === folder ? await chosenRevision(cache) : basename(folder)
  if (revision === null) return null
  const root = await realpath(join(cache, 'snapshots', revision)).catch((error: unknown) => {
    if (isAbsent(error)) return null
    throw error
  })
  if (root === null || dirname(dirname(root)) !== cache) {
    throw unreadable(`no snapshot ${revision} in the Hugging Face cache folder`, folder, 'download it again')
  }
  return { root, bounds: cache, origin: originOfFolder(name), revision }
}

/** The snapshot that `main` is at, or the only one; null when the folder has none. */
async function chosenRevision(cache: string): Promise<string | null> {
  const at = pathWithin(cache, join('refs', 'main'))
  const main = at === null ? '' : ((await readSmall(at, 256)) ?? '').trim()
  if (/^[\w.-]{1,100}$/.test(main) && !main.startsWith('.')) return main
  const all = await namesInFolder(join(cache, 'snapshots'))
  if (all.length > 1) {
    throw invalid('several snapshots and no main in', cache, 'give one of the folders in its snapshots folder')
  }
  return all[0] ?? null
}

/** The commit a folder was downloaded at with the client (`--local-dir`); null when it was not. */
export async function downloadedRevision(root: string): Promise<string | null> {
  const folder = pathWithin(root, join(CLIENT_FOLDER, 'download'))
  if (folder === null) return null
  const names = await namesInFolder(folder)
  for (const name of names
    .filter(one => one.endsWith('.metadata'))
    .sort()
    .slice(0, 10)) {
    const commit = (await readSmall(join(folder, name), 1024))?.split('\n', 1)[0]?.trim()
    if (commit !== undefined && COMMIT.test(commit)) return commit
  }
  return null
}

/**
 * The folder of a model or data set in the local Hugging Face cache, at a revision where one is asked for; null when it
 * is not there.
 */
export function cachedFolder(
  of: 'model' | 'dataset',
  id: string,
  revision: string | null,
  environment: NodeJS.ProcessEnv,
): string | null {
  if (!/^[\w.-]{1,96}(?:\/[\w.-]{1,96})?$/.test(id) || id.includes('..')) return null
  const hub =
    environment.HF_HUB_CACHE ??
    environment.HUGGINGFACE_HUB_CACHE ??
    join(environment.HF_HOME ?? join(homedir(), '.cache', 'huggingface'), 'hub')
  const folder = join(hub, `${of}s--${id.replaceAll('/', '--')}`)
  const pinned = revision && COMMIT.test(revision) ? join(folder, 'snapshots', revision) : null
  for (const one of pinned ? [pinned] : [join(folder, 'snapshots'), folder])
    if (foundAt(one)?.isDirectory()) return pinned ?? folder
  return null
}
