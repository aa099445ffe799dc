import { realpathSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type UnwashError, unreadable } from '@unwash/core/error'
import { guessedFrom } from '@unwash/core/release/origin'
import type { Release, ReleaseFile } from '@unwash/core/release/release'
import { foundAt } from './files/disk.ts'
import { gatherFiles, type Note } from './files/gather.ts'
import { readHead } from './files/head.ts'
import { listFolder } from './files/listing.ts'
import { type Clone, readClone } from './layouts/clone.ts'
import { CLIENT_FOLDER, downloadedRevision, findSnapshot } from './layouts/hugging-face.ts'
import type { OpenOptions, Source } from './source.ts'

/** A folder on disk: a clone's working tree, a Hugging Face snapshot or cache folder, or any folder. */
export const folder: Source = { id: 'folder', accepts, open }

async function accepts(target: string): Promise<boolean> {
  return foundAt(target)?.isDirectory() ?? false
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  const given = realpathSync.native(target)
  const snapshot = await findSnapshot(given)
  const root = snapshot?.root ?? given
  const clone = await readClone(root)
  const downloaded = clone === null && snapshot === null ? await downloadedRevision(root) : null
  const listed = await listFolder(
    {
      root,
      bounds: snapshot?.bounds ?? root,
      hidden: CLIENT_FOLDER,
      submodules: clone?.submodules ?? [],
    },
    options.signal,
  )
  if (listed.files.length === 0) throw nothingIn(target, clone, listed.notes)
  const gaps = gapsOf(clone, snapshot !== null || downloaded !== null, listed.files)
  const listing = { ...listed, complete: listed.complete && gaps.length === 0, notes: [...gaps, ...listed.notes] }
  const links = new Set(listed.files.filter(file => file.kind === 'link').map(file => file.path))
  const head = async (path: string, bytes: number) => {
    const target = listed.targets.get(path)
    // a link that leads out, to a folder or to nothing is listed, and nothing is read through it
    if (target === undefined && links.has(path)) return null
    return readHead(target ?? join(root, path), bytes)
  }
  const gathered = await gatherFiles(listing, { head }, options.signal)
  const origin = snapshot?.origin ?? clone?.origin ?? guessedFrom(basename(resolve(target)))
  const revision = snapshot?.revision ?? clone?.revision ?? downloaded
  return { ...origin, source: 'folder', place: target, revision, ...gathered }
}

function nothingIn(target: string, clone: Clone | null, notes: readonly Note[]): UnwashError {
  if (clone?.unborn)
    return unreadable('no commits and no files in the git repository', target, 'commit something first')
  if (clone !== null) {
    return unreadable('no files are checked out in the clone', target, `check them out, or give ${target}@HEAD`)
  }
  const why = notes[0] === undefined ? '' : ` (${notes[0].says})`
  return unreadable('nothing to read in the folder', target, `give the folder that holds the release${why}`)
}

/** Why a folder may hold less than the release it came from. */
function gapsOf(clone: Clone | null, downloaded: boolean, files: readonly ReleaseFile[]): readonly Note[] {
  if (clone?.sparse) return [{ says: 'the clone is a sparse checkout: files outside of it are not listed' }]
  // every Hugging Face repository has this file; who downloads single files leaves it out
  if (downloaded && !files.some(({ path }) => path === '.gitattributes')) {
    return [
      { says: 'the Hugging Face download holds only files that were asked for: others of the release are not listed' },
    ]
  }
  return []
}
