import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unreadable } from '@unwash/core/error'
import { realPathOf } from '../files/disk.ts'
import { readSmall } from '../files/head.ts'
import { withFolder } from '../files/whole.ts'
import { headOf, writeNames } from './names.ts'
import type { Repository } from './objects.ts'
import { type GitPlace, valueIn } from './place.ts'
import { plainFilesIn } from './plain.ts'

/** shallow commits of the largest repositories are a few megabytes */
const SHALLOW_BYTES = 8 * 1024 * 1024

const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/**
 * Makes a repository of our own that has the objects and the names of one on this disk, for as long as `use` takes. Of
 * that one's configuration, hooks, attributes, grafts and alternates git sees nothing, so nothing in them can run a
 * program or lead elsewhere. Throws an UnwashError where its objects are not plain files of its own.
 * @param revision what will be asked for; a whole hash needs no names
 */
export async function withView<T>(
  place: GitPlace,
  revision: string,
  signal: AbortSignal | undefined,
  use: (repository: Repository) => Promise<T>,
): Promise<T> {
  const objects = await plainObjects(place)
  const config = await configFor(place)
  return withFolder(async folder => {
    // what nothing is known of is asked for in vain
    await writeFile(join(folder, 'HEAD'), `${(await headOf(place.git, 'HEAD')) ?? 'ref: refs/heads/.invalid'}\n`)
    await writeFile(join(folder, 'config'), config)
    await mkdir(join(folder, 'refs'))
    await symlink(objects, join(folder, 'objects'), 'junction')
    await writeShallow(place, folder)
    if (!HASH.test(revision)) await writeNames(place, folder, revision.includes('@{'))
    return await use({ folder, signal })
  })
}

/**
 * The folder of objects, all of it plain files: a pipe would keep git waiting, a link or an alternate lead elsewhere.
 */
async function plainObjects({ common }: GitPlace): Promise<string> {
  const objects = join(common, 'objects')
  const { other, more } = await plainFilesIn(objects)
  const odd = realPathOf(objects) === objects ? other : ''
  if (odd !== null) throw unreadable('no plain file or folder is at', join(objects, odd), 'give a clone of it')
  if (more) throw unreadable('too many loose objects in the git repository', common, 'run git gc there')
  const alternates = (await readSmall(join(objects, 'info', 'alternates'))) ?? ''
  if (alternates.trim() === '') return objects
  const todo = 'run git repack -a -d there and remove its objects/info/alternates, or give a full clone of it'
  throw unreadable('objects that are kept in another repository are not read for', common, todo)
}

/** How names and objects are written: of a repository's own configuration no more is read. */
async function configFor({ git, common }: GitPlace): Promise<string> {
  const own = (await readSmall(join(common, 'config'))) ?? ''
  const extension = (key: string) => valueIn(own, 'extensions', key)?.toLowerCase()
  const tables = extension('refstorage') === 'reftable'
  if (tables && git !== common) {
    const todo = `give its revision in ${dirname(common)}`
    throw unreadable('a worktree of a repository that keeps its branches in tables is not read:', git, todo)
  }
  return [
    '[core]\n\tbare = true\n\trepositoryFormatVersion = 1\n[extensions]\n',
    extension('objectformat') === 'sha256' ? '\tobjectFormat = sha256\n' : '',
    tables ? '\trefStorage = reftable\n' : '',
  ].join('')
}

/** The commits at which a history was cut. */
async function writeShallow({ common }: GitPlace, to: string): Promise<void> {
  const lines = ((await readSmall(join(common, 'shallow'), SHALLOW_BYTES)) ?? '').split('\n')
  const commits = lines.filter(line => HASH.test(line))
  if (commits.length > 0) await writeFile(join(to, 'shallow'), `${commits.join('\n')}\n`)
}
