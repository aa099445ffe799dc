import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UnwashError } from '../error.ts'
import { originOfUrl, withoutSecrets } from '../origin.ts'
import { checkRevision, readAddress } from './address.ts'
import { runGit } from './run.ts'

/** A commit that touched what a release says of itself. */
export interface Commit {
  readonly commit: string
  /** ISO 8601, by whoever committed it */
  readonly date: string
  readonly subject: string
}

/** contents larger than any text that is read do not come along */
const FILTER = '--filter=blob:limit=2m'

/** what tells of licenses, claims and openness: legal texts, cards, READMEs, policies and notices */
const TELLING = [
  'licen[cs]e',
  'licensing',
  'copying',
  'notice',
  'readme',
  'model_card',
  'modelcard',
  'model-card',
  'data_card',
  'datacard',
  'policy',
  'terms',
  'agreement',
].map(word => `:(icase,glob)**/*${word}*`)

/**
 * The commits of a repository that touched its license texts, cards and READMEs, the oldest first, and a folder that
 * holds them all; a URL is cloned into a folder that is gone when `use` is done.
 * @param most commits; of more the newest are kept
 */
export async function withHistory<T>(
  target: string,
  most: number,
  signal: AbortSignal | undefined,
  use: (folder: string, commits: readonly Commit[], left: number) => Promise<T>,
): Promise<T> {
  const address =
    (await readAddress(target)) ?? ({ is: 'local', path: target, folder: target, revision: null } as const)
  if (address.is === 'local') {
    const { commits, left } = await commitsOf(address.path, address.revision ?? 'HEAD', most, signal)
    return use(address.path, commits, left)
  }
  if (address.is !== 'url') throw new UnwashError('no history to read in', target, 'give a git repository or its URL')
  const shown = withoutSecrets(address.url)
  const parent = await mkdtemp(join(tmpdir(), 'unwash-'))
  const folder = join(parent, originOfUrl(address.url)?.name ?? 'release')
  try {
    const options = ['--quiet', '--no-checkout', '--no-tags', '--template=', FILTER]
    const cloned = await runGit(['clone', ...options, '--', address.url, folder], {
      remote: true,
      signal,
      seconds: 600,
    })
    if (cloned.code !== 0)
      throw new UnwashError('git cannot read', shown, 'check the address and the network', { cause: cloned.err })
    const { commits, left } = await commitsOf(folder, address.revision ?? 'HEAD', most, signal)
    return await use(folder, commits, left)
  } finally {
    await rm(parent, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function commitsOf(folder: string, revision: string, most: number, signal: AbortSignal | undefined) {
  checkRevision(revision, folder)
  const format = '--format=%H%x00%cI%x00%s'
  const args = ['-C', folder, 'log', '--first-parent', format, revision, '--', ...TELLING]
  const { code, out, err } = await runGit(args, { signal })
  if (code !== 0) throw new UnwashError('no history to read in', folder, 'give a git repository', { cause: err })
  const all = new TextDecoder()
    .decode(out)
    .split('\n')
    .flatMap((line): Commit[] => {
      const [commit, date, subject = ''] = line.split('\0')
      return commit && date ? [{ commit, date, subject }] : []
    })
  return { commits: all.slice(0, most).reverse(), left: Math.max(0, all.length - most) }
}
