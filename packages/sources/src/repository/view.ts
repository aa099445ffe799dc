import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unreadable } from '@unwash/core/error'
import { ENTRIES } from '@unwash/core/release/limits'
import { entriesOf, entryAt, giveWay, realPathOf } from '../files/disk.ts'
import { readHead, readSmall } from '../files/head.ts'
import { withFolder } from '../files/whole.ts'
import type { Repository } from './objects.ts'
import { type GitPlace, valueIn } from './place.ts'

/** deeper than git's own folders are, branches with many slashes among them */
const DEPTH = 16
/** all tables of a repository that keeps its names so, and all records of where names were */
const COPIED_BYTES = 64 * 1024 * 1024

/** The plain files below a folder. */
interface PlainFiles {
  /** paths below the folder, with `/` */
  readonly paths: readonly string[]
  /** the first thing that is neither file nor folder: a link, a pipe, a device */
  readonly other: string | null
  /** there is more than is listed */
  readonly more: boolean
}

/** Lists the plain files below a folder; no link is followed, the folder's own neither. */
async function plainFilesIn(folder: string): Promise<PlainFiles> {
  const paths: string[] = []
  let other: string | null = null
  let entries = 0
  const queue = entryAt(folder)?.isDirectory() ? [{ path: '', depth: 0 }] : []
  for (const { path: below, depth } of queue) {
    await giveWay()
    for (const entry of entriesOf(join(folder, below), ENTRIES - entries).entries) {
      entries += 1
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isFile()) paths.push(path)
      else if (!entry.isDirectory()) other ??= path
      else if (depth < DEPTH) queue.push({ path, depth: depth + 1 })
    }
  }
  return { paths, other, more: entries >= ENTRIES }
}

/** Copies the plain files of a folder, each whole and so many bytes of them in all; the rest is left out. */
async function copyPlainFiles(from: string, to: string): Promise<void> {
  let room = COPIED_BYTES
  for (const path of (await plainFilesIn(from)).paths) {
    const size = entryAt(join(from, path))?.size ?? 0
    if (size > room) continue
    room -= size
    const { bytes: content } = await readHead(join(from, path), size)
    await mkdir(dirname(join(to, path)), { recursive: true })
    await writeFile(join(to, path), content)
  }
}

/** packed names of the largest repositories are a few megabytes */
const PACKED_BYTES = 8 * 1024 * 1024

/** heads that git keeps beside HEAD */
const HEADS = ['FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD']

/** a commit, or the name that stands for one */
const VALUE = /^(?:[0-9a-f]{64}|[0-9a-f]{40}|ref: (refs\/\S{1,500}))/

/** how git lets nobody write a name, so that one like it is made up */
const NO_NAME = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[./]$/

/** What HEAD or another head holds; null where it is not there or none. */
async function headOf(git: string, name: string): Promise<string | null> {
  const [value, target = ''] = VALUE.exec((await readSmall(join(git, name), 1024)) ?? '') ?? []
  return value === undefined || NO_NAME.test(target) ? null : value
}

/** Writes the branches, tags and heads of a repository into another; with `records` those of where they were, too. */
async function writeNames({ git, common }: GitPlace, to: string, records: boolean): Promise<void> {
  for (const name of HEADS) {
    const head = await headOf(git, name)
    if (head !== null) await writeFile(join(to, name), `${head}\n`)
  }
  const values = new Map(packedIn((await readSmall(join(common, 'packed-refs'), PACKED_BYTES)) ?? ''))
  const loose = (await plainFilesIn(join(common, 'refs'))).paths.map(path => `refs/${path}`)
  for (const name of loose.filter(one => !NO_NAME.test(one))) {
    const value = await headOf(common, name)
    if (value?.startsWith('ref: ')) {
      values.delete(name)
      await mkdir(dirname(join(to, name)), { recursive: true })
      await writeFile(join(to, name), `${value}\n`)
    } else if (value !== null) values.set(name, value)
  }
  await writeFile(join(to, 'packed-refs'), [...values].map(([name, hash]) => `${hash} ${name}\n`).join(''))
  await copyPlainFiles(join(common, 'reftable'), join(to, 'reftable'))
  if (!records) return
  await copyPlainFiles(join(common, 'logs'), join(to, 'logs'))
  // a worktree has a HEAD of its own
  if (git !== common) await copyPlainFiles(join(git, 'logs'), join(to, 'logs'))
}

function packedIn(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const [, hash, name] = /^([0-9a-f]{64}|[0-9a-f]{40}) (refs\/\S{1,500})$/.exec(line) ?? []
    return hash === undefined || name === undefined || NO_NAME.test(name) ? [] : [[name, hash]]
  })
}

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
