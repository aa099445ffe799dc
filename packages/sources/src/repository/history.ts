import { join } from 'node:path'
import { invalid, UnwashError, unreadable } from '@unwash/core/error'
import { ENTRIES } from '@unwash/core/release/limits'
import { originOfUrl, withoutSecrets } from '@unwash/core/release/origin'
import { loadHosts } from '@unwash/knowledge/load'
import { withFolder } from '../files/whole.ts'
import { checkRevision, readAddress, readLocal } from './address.ts'
import { codeIn, runRemote } from './fetch.ts'
import { inRepository } from './objects.ts'
import { type GitPlace, gitPlaceOf } from './place.ts'
import { summariesOf, type TreeSummary } from './trees.ts'
import { withView } from './view.ts'

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
const TELLING_PATHS = /licen[cs]e|licensing|copying|notice|readme|model[_-]?card|data_?card|policy|terms|agreement/i

/** files of all commits that are read, of each as many as are listed: what a bomb of a few kilobytes may cost */
const FILES_IN_ALL = 1_000_000

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
  const address = (await readAddress(target)) ?? (await readLocal(target, true))
  if (address?.is === 'local') {
    const { commits, left } = await commitsOf(address, most, signal)
    return use(address.path, commits, left)
  }
  if (address?.is !== 'url') throw invalid('no history to read in', target, 'give a git repository or its URL')
  const shown = withoutSecrets(address.url)
  return withFolder(async parent => {
    const folder = join(parent, originOfUrl(address.url, loadHosts())?.name ?? 'release')
    const options = ['--quiet', '--no-checkout', '--no-tags', '--template=', FILTER]
    const args = ['clone', ...options, '--', address.url, folder]
    const cloned = await runRemote(args, address.url, join(folder, '.git', 'objects'), { signal, seconds: 600 })
    if (cloned.code !== 0)
      throw new UnwashError(
        'git cannot read',
        shown,
        'check the address and the network',
        codeIn(cloned.err, address.url),
        cloned.err,
      )
    const place = await gitPlaceOf(folder)
    if (place === null) throw unreadable('git cannot read', shown, 'give another repository')
    const { commits, left } = await commitsOf({ path: folder, place, revision: address.revision }, most, signal)
    return await use(folder, commits, left)
  })
}

async function commitsOf(
  { path, place, revision }: { path: string; place: GitPlace; revision: string | null },
  most: number,
  signal: AbortSignal | undefined,
) {
  if (revision !== null) checkRevision(revision, path)
  return withView(place, revision ?? 'HEAD', signal, async repository => {
    // each commit has a line with its hash before its own
    const args = ['rev-list', '--first-parent', '--format=%cI%x00%T%x00%s', '--end-of-options', revision ?? 'HEAD']
    const { code, out, err } = await inRepository(repository, args)
    if (code === null) throw unreadable('more commits than are read in', path, 'give a clone with --depth')
    if (code !== 0) throw unreadable('no history to read in', path, 'give a git repository', err)
    const lines = new TextDecoder().decode(out).split('\n')
    const all = lines.flatMap((line, at): (Commit & { tree: string })[] => {
      const commit = /^commit ([0-9a-f]{40,64})$/.exec(line)?.[1]
      const [date, tree, subject = ''] = lines[at + 1]?.split('\0') ?? []
      return commit && date && tree ? [{ commit, date, tree, subject }] : []
    })
    return touching(all, most, await summariesOf(repository, [...new Set(all.map(({ tree }) => tree))], isTelling))
  })
}

const isTelling = (name: string) => TELLING_PATHS.test(name)

/**
 * Of commits, the newest first, those that changed a telling file; how many before them are left out, or were not
 * looked at.
 */
function touching(
  all: readonly (Commit & { readonly tree: string })[],
  most: number,
  summaries: ReadonlyMap<string, TreeSummary>,
): { readonly commits: readonly Commit[]; readonly left: number } {
  const touched = all.filter(({ tree }, at) => {
    const before = all[at + 1]
    const mark = summaries.get(tree)?.mark
    // where it cannot be told it is taken to have
    return mark === undefined || mark !== (before === undefined ? '' : summaries.get(before.tree)?.mark)
  })
  let files = 0
  const commits = touched.slice(0, most).filter(({ tree }, at) => {
    files += Math.min(summaries.get(tree)?.files ?? ENTRIES, ENTRIES)
    return at === 0 || files <= FILES_IN_ALL
  })
  return {
    commits: commits.map(({ commit, date, subject }) => ({ commit, date, subject })).reverse(),
    left: touched.length - commits.length,
  }
}
