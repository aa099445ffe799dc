import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of a model or data set in the local Hugging Face cache, at a revision where one is asked for; null when it
 * is not there.
 */
export async function cachedFolder(
  of: 'model' | 'dataset',
  id: string,
  revision: string | null,
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  if (!/^[\w.-]{1,96}(?:\/[\w.-]{1,96})?$/.test(id) || id.includes('..')) return null
  const hub =
    environment.HF_HUB_CACHE ??
    environment.HUGGINGFACE_HUB_CACHE ??
    join(environment.HF_HOME ?? join(homedir(), '.cache', 'huggingface'), 'hub')
  const folder = join(hub, `${of}s--${id.replaceAll('/', '--')}`)
  const pinned = revision && /^[0-9a-f]{40}$/.test(revision) ? join(folder, 'snapshots', revision) : null
  for (const one of pinned ? [pinned] : [join(folder, 'snapshots'), folder])
    if ((await stat(one).catch(() => null))?.isDirectory()) return pinned ?? folder
  return null
}
