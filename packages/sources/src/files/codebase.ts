import { realpath } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { notFound } from '@unwash/core/error'
import { CLIENT_FOLDER } from '../layouts/hugging-face.ts'
import { decode } from './decode.ts'
import { foundAt } from './disk.ts'
import type { Note } from './gather.ts'
import { readHead } from './head.ts'
import { listFolder } from './listing.ts'

/** larger texts are data or were made by a program; notebooks keep their pictures in them */
const TEXT_BYTES = 1024 * 1024
const NOTEBOOK_BYTES = 24 * 1024 * 1024

/** all texts of a large monorepo, and what a small CI machine holds */
const BYTES_IN_ALL = 512 * 1024 * 1024

/** files read at once: enough to keep a disk busy */
const AT_ONCE = 32

/** A code base on disk: what is in it, and the texts that were asked for. */
interface CodeBase {
  readonly name: string
  readonly place: string
  readonly paths: readonly string[]
  /** whether `paths` is everything there is, but for what is passed over on purpose */
  readonly complete: boolean
  readonly texts: readonly { readonly path: string; readonly content: string }[]
  readonly notes: readonly Note[]
}

/** Which files of a code base are passed over, and which are read. */
interface CodeBaseShape {
  skips(path: string): boolean
  wants(path: string, among: ReadonlySet<string>): boolean
}

/** Lists a code base and reads the texts that are wanted. Throws an UnwashError where there is no folder to read. */
export async function readCodeBase(target: string, shape: CodeBaseShape, signal?: AbortSignal): Promise<CodeBase> {
  const found = foundAt(target)
  if (!found?.isDirectory()) throw notFound('no folder at', target, 'give the folder of a project')
  const root = await realpath(target)
  const listed = await listFolder(
    { root, bounds: root, hidden: CLIENT_FOLDER, submodules: [], skips: shape.skips },
    signal,
  )
  const notes: Note[] = [...listed.notes]
  const tops = new Set(listed.files.map(({ path }) => path.split('/', 1)[0] ?? ''))
  const wanted = listed.files.filter(({ path, kind }) => kind === 'file' && shape.wants(path, tops))
  const texts: { path: string; content: string }[] = []
  let bytes = 0
  let left = 0
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    signal?.throwIfAborted()
    const some = await Promise.all(
      wanted.slice(from, from + AT_ONCE).map(async ({ path, size }) => {
        const limit = path.endsWith('.ipynb') ? NOTEBOOK_BYTES : TEXT_BYTES
        if (size !== null && size > limit) {
          notes.push({ says: `${path} is larger than ${limit / 1024 / 1024} MB: not read`, path })
          return null
        }
        const read = await readHead(join(root, path), limit).catch(() => null)
        const text = read && decode(read.bytes)
        if (text?.is !== 'text') notes.push({ says: `${path} could not be read${text ? ': it is no text' : ''}`, path })
        return text?.is === 'text' ? { path, content: text.content } : null
      }),
    )
    for (const text of some) {
      if (!text) continue
      bytes += text.content.length
      if (bytes > BYTES_IN_ALL) left += 1
      else texts.push(text)
    }
  }
  if (left > 0) notes.push({ says: `${left} files were not read: the project has more text than is read at once` })
  const paths = listed.files.map(({ path }) => path)
  return {
    name: basename(resolve(target)),
    place: target,
    paths,
    complete: listed.complete && left === 0,
    texts,
    notes,
  }
}
