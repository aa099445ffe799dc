import { basename, resolve } from 'node:path'
import { invalid, notFound, unreadable } from '@unwash/core/error'
import { guessedFrom, originOfUrl, withoutSecrets } from '@unwash/core/release/origin'
import type { Release } from '@unwash/core/release/release'
import { loadHosts } from '@unwash/knowledge/load'
import { readClone } from './layouts/clone.ts'
import { checkRevision, type RepositoryAddress, readAddress } from './repository/address.ts'
import { readCommit } from './repository/commit.ts'
import { withFetched } from './repository/fetch.ts'
import { lastCommitOn, type Repository, resolveCommit } from './repository/objects.ts'
import { withView } from './repository/view.ts'
import type { OpenOptions, Source } from './source.ts'

/** A git repository at a revision, on this disk (`path@revision`, or bare) or by URL, read without a checkout. */
export const git: Source = { id: 'git', accepts, open }

async function accepts(target: string): Promise<boolean> {
  return (await readAddress(target)) !== null
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  const address = await readAddress(target)
  if (address?.is === 'local') return openLocal(address, target, options)
  if (address?.is === 'url') return openUrl(address, target, options)
  if (address?.is === 'no-repository') {
    throw invalid('no git repository, so no revisions, in', address.path, 'give the folder alone')
  }
  throw invalid('no git transport helper is run for', target, 'give an https, ssh or file URL')
}

async function openLocal(
  address: RepositoryAddress & { is: 'local' },
  target: string,
  options: OpenOptions,
): Promise<Release> {
  const { path, place, revision } = address
  if (revision !== null) checkRevision(revision, path)
  return withView(place, revision ?? 'HEAD', options.signal, async repository => {
    const head = await resolveCommit(repository, revision ?? 'HEAD')
    const commit = head !== null && isOpen(revision) ? await dated(repository, head, path, options) : head
    if (commit === null) {
      if (revision === null || (await resolveCommit(repository, 'HEAD')) === null) {
        throw unreadable('no commits yet in the git repository', path, 'commit something first')
      }
      throw notFound(`no revision "${revision}" in the git repository`, path, 'give a branch, a tag or a commit')
    }
    const clone = await readClone(path)
    const origin = clone?.origin ?? guessedFrom(basename(resolve(path)).replace(/\.git$/, ''))
    const gathered = await readCommit(repository, commit)
    return { ...origin, source: 'git', place: target, revision: commit, ...gathered }
  })
}

async function openUrl(
  address: RepositoryAddress & { is: 'url' },
  target: string,
  options: OpenOptions,
): Promise<Release> {
  const { url, revision, below } = address
  const { signal, on } = options
  const shown = withoutSecrets(url)
  if (options.offline) throw invalid('a repository elsewhere is not read offline:', shown, 'give a clone of it')
  if (revision !== null) checkRevision(revision, shown)
  // of "tree/release/v1/docs" only the server knows how much is the branch
  const steps = below?.split('/').slice(0, 2) ?? []
  const longer = steps.map((_, i) => [revision, ...steps.slice(0, i + 1)].join('/'))
  const whole = on !== undefined && isOpen(revision)
  const use = async (repository: Repository, found: string): Promise<Release> => {
    const head = await resolveCommit(repository, 'FETCH_HEAD')
    const commit = head !== null && whole ? await dated(repository, head, shown, { on }) : head
    if (commit === null) throw notFound('no commit at the revision asked for in', shown, 'give another')
    const origin = originOfUrl(url, loadHosts()) ?? { name: shown, publisher: null }
    const all = below !== null && found === revision
    const notes = all ? [{ says: `the whole repository was read, not only ${below}` }] : []
    const gathered = await readCommit(repository, commit, url, notes)
    return { ...origin, source: 'git', place: withoutSecrets(target), revision: commit, ...gathered }
  }
  return withFetched(url, [revision ?? 'HEAD', ...longer], signal, use, { whole })
}

/** a revision that names no commit of its own, so that a day may choose one */
const isOpen = (revision: string | null) => revision === null || revision === 'HEAD'

/** The last commit of the day asked for, else the newest. Throws where there was none yet. */
async function dated(repository: Repository, head: string, where: string, { on }: OpenOptions): Promise<string> {
  if (on === undefined) return head
  const commit = await lastCommitOn(repository, head, on)
  if (commit === null) throw invalid(`no commit by ${on} in`, where, 'give a later day')
  return commit
}
