import { join } from 'node:path'
import { type ErrorCode, notFound, UnwashError, unreadable } from '@unwash/core/error'
import { POINTER_BYTES } from '@unwash/core/release/limits'
import { withoutSecrets } from '@unwash/core/release/origin'
import { sizeInWords } from '../files/size.ts'
import { withFolder } from '../files/whole.ts'
import type { Repository } from './objects.ts'
import { type Ran, type RunOptions, runGit, TooMuch } from './run.ts'

/** all commits and trees of the largest repositories of models; a server that leaves out no contents sends more */
const FETCHED_BYTES = 512 * 1024 * 1024

/**
 * Runs git that reaches a server, and ends it where more comes than is wanted. Throws an UnwashError then.
 * @param objects the folder to which what comes is written
 */
export async function runRemote(
  args: readonly string[],
  url: string,
  objects: string,
  options: RunOptions,
  most = FETCHED_BYTES,
): Promise<Ran> {
  try {
    return await runGit(args, { ...options, remote: true, packs: { folder: join(objects, 'pack'), most } })
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    const come = `more than ${sizeInWords(most)} come, for the server leaves no large files out,`
    throw unreadable(`${come} from the git repository`, withoutSecrets(url), 'give a clone of it')
  }
}

/**
 * Fetches one commit's tree of a repository into a folder of its own, which is gone when `use` is done. Of contents
 * only
 * those as small as a Git LFS pointer come along, so that weights show as pointers or not at all.
 * @param options `whole` fetches the history too, for whoever looks for a day in it; `most` bounds its bytes
 * @param revisions tried in order; the error is of the first
 */
export async function withFetched<T>(
  url: string,
  revisions: readonly [string, ...string[]],
  signal: AbortSignal | undefined,
  use: (repository: Repository, revision: string) => Promise<T>,
  { whole = false, most = FETCHED_BYTES }: { readonly whole?: boolean; readonly most?: number } = {},
): Promise<T> {
  return withFolder(async folder => {
    const git = (args: readonly string[]) =>
      runRemote(['--git-dir', folder, ...args], url, join(folder, 'objects'), { signal }, most)
    const filter = `--filter=blob:limit=${POINTER_BYTES + 1}`
    await runGit(['init', '--bare', '--quiet', '--template=', '--', folder], { signal })
    await git(['config', 'remote.origin.url', url])
    let first: UnwashError | undefined
    for (const revision of revisions) {
      const options = ['--quiet', ...(whole ? [] : ['--depth=1']), '--no-tags', '--no-recurse-submodules', filter]
      const fetched = await git(['fetch', ...options, 'origin', revision])
      if (fetched.code === 0) return await use({ folder, signal }, revision)
      first ??= failed(url, revision, fetched)
      if (!NO_SUCH_REVISION.test(fetched.err)) break
    }
    throw first
  })
}

/** Fetches the contents that are not here, all in one exchange. */
export async function fetchMissing(repository: Repository, objects: readonly string[], url: string): Promise<void> {
  if (objects.length === 0) return
  const args = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--filter=blob:none',
  ]
  const whole = ['--git-dir', repository.folder, ...args, '--stdin', 'origin']
  const { folder, signal } = repository
  const input = `${objects.join('\n')}\n`
  const fetched = await runRemote(whole, url, join(folder, 'objects'), { signal, input })
  if (fetched.code !== 0) throw failed(url, 'HEAD', fetched)
}

/** how git says that a server has no such branch, tag or commit */
const NO_SUCH_REVISION = /find remote ref|not our ref|unadvertised object/

/** What kind of trouble git tells of, but for what the address says. */
export function codeIn(err: string, url: string): ErrorCode {
  const says = err.replaceAll(url, '')
  if (
    /(?:could not read|unable to get) (?:username|password)|authentication|permission denied|error: 40[13]/i.test(says)
  )
    return 'refused'
  if (/not found|does not|error: 4(?:04|10)/i.test(says)) return 'not-found'
  return /unable to access|resolve|connect|tim(?:ed |e)out|hung up|EOF|RPC failed|closed/i.test(says)
    ? 'network'
    : 'unreadable'
}

function failed(url: string, revision: string, { err }: Ran): UnwashError {
  const place = withoutSecrets(url)
  // git's own last word, without the address it repeats
  const line = err.split('\n').findLast(one => /^(?:fatal|error|ssh|remote):/i.test(one)) ?? err.trim()
  const said = line
    .replace(/^\w+: /, '')
    .replaceAll(url, place)
    .slice(0, 160)
  const cause = new Error(err.replaceAll(url, place))
  if (NO_SUCH_REVISION.test(err)) {
    if (revision === 'HEAD')
      return unreadable('no commits yet in the git repository', place, 'give one that has some', cause)
    const todo = 'give a branch, a tag or a full commit hash'
    return notFound(`no revision "${revision}" in the git repository`, place, todo, cause)
  }
  const code = codeIn(err, url)
  const todo =
    code === 'refused' || code === 'not-found'
      ? 'check the address, and your access to it if it is private'
      : 'check the address and the network'
  return new UnwashError('git cannot read', place, `${todo} (${said})`, code, cause)
}
