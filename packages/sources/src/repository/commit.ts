import { posix } from 'node:path'
import { unreadable } from '@unwash/core/error'
import { POINTER_BYTES } from '@unwash/core/release/limits'
import type { ReleaseFile } from '@unwash/core/release/release'
import { leftOut } from '@unwash/core/release/unread'
import { type FileReader, type Gathered, gatherFiles, type Note } from '../files/gather.ts'
import { fetchMissing } from './fetch.ts'
import { listTree, type Repository, readBeginning, readSmallOnes, sizesOf, type TreeEntry } from './objects.ts'

/** What of a repository's contents is known: by path the content it stands for, by content its size or its bytes. */
interface Contents {
  readonly objects: ReadonlyMap<string, string>
  readonly sizes: Map<string, number>
  readonly bytes: Map<string, Uint8Array>
}

/**
 * Reads a commit's files without checking them out.
 * @param url where contents that are not here are fetched from; without it they are not read
 */
export async function readCommit(
  repository: Repository,
  commit: string,
  url?: string,
  before: readonly Note[] = [],
): Promise<Gathered> {
  const { entries, left, complete } = await listTree(repository, commit)
  if (entries.length === 0) throw unreadable('no files in the commit', commit, 'give another revision')
  const notes = [...before]
  if (!complete) notes.push({ says: 'the repository has too many files, or too deep ones: the rest is not listed' })
  const blobs = entries.filter(({ kind }) => kind !== 'submodule').map(({ object }) => object)
  const sizes = new Map(await sizesOf(repository, [...new Set(blobs)]))
  const small = blobs.filter(object => (sizes.get(object) ?? Number.POSITIVE_INFINITY) <= POINTER_BYTES)
  const bytes = new Map(await readSmallOnes(repository, small, sizes))
  const objects = new Map(entries.flatMap(({ path, kind, object }) => (kind === 'file' ? [[path, object]] : [])))
  for (const link of followLinks(entries, objects, bytes)) {
    if (link.object === 'out') {
      notes.push({ says: `${link.path} is a link out of the repository: not followed`, path: link.path })
    } else objects.set(link.path, link.object)
  }
  const files = entries.map(({ path, kind }): ReleaseFile => {
    return { path, kind, size: sizes.get(objects.get(path) ?? '') ?? null }
  })
  const unread = left.map(leftOut)
  return gatherFiles(
    { files, complete, notes, unread },
    commitReaderOf(repository, { objects, sizes, bytes }, url),
    repository.signal,
  )
}

/** The content a link in the tree stands for: that of the file it leads to. One that leads to a folder is left out. */
function followLinks(
  entries: readonly TreeEntry[],
  objects: ReadonlyMap<string, string>,
  bytes: ReadonlyMap<string, Uint8Array>,
): readonly { readonly path: string; readonly object: string | 'out' }[] {
  return entries.flatMap(({ path, kind, object }) => {
    const content = kind === 'link' ? bytes.get(object) : undefined
    if (content === undefined) return []
    const target = new TextDecoder().decode(content)
    const leads = posix.join(posix.dirname(path), target)
    if (target.startsWith('/') || leads === '..' || leads.startsWith('../')) return [{ path, object: 'out' }]
    const found = objects.get(leads)
    return found === undefined ? [] : [{ path, object: found }]
  })
}

function commitReaderOf(
  repository: Repository,
  { objects, sizes, bytes }: Contents,
  url: string | undefined,
): FileReader {
  return {
    async prepare(wanted) {
      const asked = [...new Set(wanted.flatMap(({ path }) => objects.get(path) ?? []))]
      if (url !== undefined) {
        const missing = asked.filter(object => !sizes.has(object))
        await fetchMissing(repository, missing, url)
        for (const [object, size] of await sizesOf(repository, missing)) sizes.set(object, size)
      }
      const unread = asked.filter(object => !bytes.has(object))
      for (const [object, content] of await readSmallOnes(repository, unread, sizes)) bytes.set(object, content)
    },
    async head(path, most) {
      const object = objects.get(path)
      if (object === undefined) return null
      const size = sizes.get(object)
      if (size === undefined) throw new Error('its content is not in this partial clone')
      const content = bytes.get(object) ?? (await readBeginning(repository, object, Math.min(most, size)))
      return { bytes: content.subarray(0, most), size }
    },
  }
}
