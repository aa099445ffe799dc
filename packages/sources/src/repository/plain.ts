import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ENTRIES } from '@unwash/core/release/limits'
import { entriesOf, entryAt, giveWay } from '../files/disk.ts'
import { readHead } from '../files/head.ts'

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
export async function plainFilesIn(folder: string): Promise<PlainFiles> {
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
export async function copyPlainFiles(from: string, to: string): Promise<void> {
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
