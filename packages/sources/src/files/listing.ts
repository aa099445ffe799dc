import { join, relative, sep } from 'node:path'
import { DEPTH, ENTRIES } from '@unwash/core/release/limits'
import type { ReleaseFile, UnreadFile } from '@unwash/core/release/release'
import { entriesOf, entryAt, foundAt, giveWay, isWithin, realPathOf } from './disk.ts'
import type { Listing, Note } from './gather.ts'

interface FolderShape {
  /** the folder, as its real path */
  readonly root: string
  /** the folder links may lead to; the root, or around it where a layout keeps its files beside the release */
  readonly bounds: string
  /** a folder that belongs to the tool that downloaded the release; `.git` is hidden everywhere */
  readonly hidden: string
  /** folders that are another repository's, by the repository's own record of them */
  readonly submodules: readonly string[]
  /** what else is passed over; nothing unless told */
  readonly skips?: (path: string) => boolean
}

interface FolderListing extends Listing {
  /** where the files that are links lead to, by path */
  readonly targets: ReadonlyMap<string, string>
  readonly unread: readonly UnreadFile[]
}

/**
 * Lists a folder, widest first, within the limits of entries and depth. Links are followed only to files inside.
 * @param most entries after which the listing is cut
 */
export async function listFolder(shape: FolderShape, signal?: AbortSignal, most = ENTRIES): Promise<FolderListing> {
  const files: ReleaseFile[] = []
  const notes: Note[] = []
  const targets = new Map<string, string>()
  const unread: UnreadFile[] = []
  const submodules = new Set(shape.submodules)
  let complete = true
  let entries = 0
  const cut = (folder: string, why: UnreadFile['why'], says: string) => {
    complete = false
    notes.push({ says: `${folder || 'the folder'} ${says}`, ...(folder === '' ? {} : { path: folder }) })
    unread.push({ path: `${folder || '.'}/`, why, says })
  }
  const queue: { path: string; depth: number }[] = [{ path: '', depth: 0 }]
  for (const { path: folder, depth } of queue) {
    await giveWay()
    signal?.throwIfAborted()
    const inside = listed(join(shape.root, folder), most - entries)
    if (inside === null) {
      cut(folder, 'failed', 'could not be listed: permission denied or gone')
      continue
    }
    entries += inside.entries.length
    for (const entry of inside.entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (isHidden(shape, path)) continue
      if (entry.isSymbolicLink()) {
        const link = followLink(shape, path)
        files.push({ path, size: link.size, kind: link.kind })
        if (link.target !== null) targets.set(path, link.target)
        if (link.says === null) continue
        notes.push({ says: `${path} ${link.says}`, path })
        unread.push({ path, why: 'link', says: link.says })
      } else if (entry.isDirectory()) {
        if (submodules.has(path)) {
          files.push({ path, size: null, kind: 'submodule' })
        } else if (depth >= DEPTH) cut(path, 'too-deep', `is more than ${DEPTH} folders deep: not listed`)
        else queue.push({ path, depth: depth + 1 })
      } else if (entry.isFile()) files.push({ path, size: entryAt(join(shape.root, path))?.size ?? null, kind: 'file' })
      else {
        notes.push({ says: `${path} is a device, pipe or socket: not read`, path })
        unread.push({ path, why: 'special', says: 'is a device, pipe or socket: not read' })
      }
    }
    if (inside.more) {
      cut('', 'too-many', `has more than ${most} entries: the rest is not listed`)
      break
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files, complete, notes, targets, unread }
}

function listed(folder: string, most: number): ReturnType<typeof entriesOf> | null {
  try {
    return entriesOf(folder, most)
  } catch {
    return null
  }
}

interface FollowedLink {
  readonly kind: ReleaseFile['kind']
  readonly size: number | null
  readonly target: string | null
  readonly says: string | null
}

function followLink(shape: FolderShape, path: string): FollowedLink {
  const stays = { kind: 'link', size: null, target: null, says: null } as const
  const target = realPathOf(join(shape.root, path))
  if (target === null) return { ...stays, says: 'is a link to nothing' }
  const within = isWithin(target, shape.root)
  const inTools = within && isHidden(shape, relative(shape.root, target).split(sep).join('/'))
  if ((!within && !isWithin(target, shape.bounds)) || inTools) {
    return { ...stays, says: 'is a link out of the folder: not followed' }
  }
  const found = foundAt(target)
  // the files of a linked folder are listed where they are
  if (found?.isDirectory()) return stays
  if (found === null || !found.isFile()) return { ...stays, says: 'is a link to a device, pipe or socket: not read' }
  return { ...stays, kind: within ? 'link' : 'file', size: found.size, target }
}

/** What tools keep beside a release is not the release's; git's own folder may also hold secrets. */
function isHidden(shape: FolderShape, path: string): boolean {
  const own = path.split('/').includes('.git') || path === shape.hidden || path.startsWith(`${shape.hidden}/`)
  return own || shape.skips?.(path) === true
}
