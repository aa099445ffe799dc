import { createHash } from 'node:crypto'
import { DEPTH } from '@unwash/core/release/limits'
import { contentsOf, type Repository } from './objects.ts'

/** What of the trees of a history is read at most. */
interface TreeRoom {
  readonly trees: number
  readonly bytes: number
}

/** the folders of ten thousand commits of a large repository; an entry of a tree is forty bytes */
const TREE_ROOM: TreeRoom = { trees: 100_000, bytes: 32 * 1024 * 1024 }

/** trees asked for at once, and bytes of their answer */
const AT_ONCE = 5_000
const ANSWER = 32 * 1024 * 1024

/** What a tree holds, each tree looked at once however often it stands in others. */
export interface TreeSummary {
  /** stands for the files whose names count, with their places and contents; '' where there is none */
  readonly mark: string
  /** how many files there are; a tree of a few kilobytes may say of itself that it holds more than anybody can list */
  readonly files: number
}

interface TreeEntry {
  readonly name: string
  readonly object: string
  readonly isTree: boolean
}

/**
 * Summaries of trees by their hashes. A tree that cannot be read, or comes after there is no more room, has none; nor
 * has whatever holds it. What lies deeper than any release goes counts as nothing.
 */
export async function summariesOf(
  repository: Repository,
  roots: readonly string[],
  counts: (name: string) => boolean,
  room = TREE_ROOM,
): Promise<ReadonlyMap<string, TreeSummary>> {
  const entries = await entriesOf(repository, roots, room)
  const known = new Map<string, TreeSummary | null>()
  const summaryOf = (tree: string, depth: number): TreeSummary | null => {
    if (depth > DEPTH) return { mark: '', files: 0 }
    const ready = known.get(tree)
    if (ready !== undefined) return ready
    const all = entries.get(tree)
    let files = 0
    const marks: string[] = []
    for (const { name, object, isTree } of all ?? []) {
      const below = isTree ? summaryOf(object, depth + 1) : null
      if (isTree && below === null) return remember(tree, null)
      files += below?.files ?? 1
      const mark = isTree ? (below?.mark ?? '') : counts(name) ? object : ''
      if (mark !== '') marks.push(`${name}\0${mark}`)
    }
    const mark = marks.length === 0 ? '' : createHash('sha256').update(marks.join('\0')).digest('base64')
    return remember(tree, all === undefined ? null : { mark, files })
  }
  const remember = (tree: string, summary: TreeSummary | null) => {
    known.set(tree, summary)
    return summary
  }
  return new Map(
    roots.flatMap(root => (summaryOf(root, 0) === null ? [] : [[root, summaryOf(root, 0) ?? EMPTY] as const])),
  )
}

const EMPTY: TreeSummary = { mark: '', files: 0 }

/** The entries of trees and of those in them, level by level, the first roots first, as far as there is room. */
async function entriesOf(
  repository: Repository,
  roots: readonly string[],
  room: TreeRoom,
): Promise<ReadonlyMap<string, readonly TreeEntry[]>> {
  const read = new Map<string, readonly TreeEntry[]>()
  let { trees, bytes } = room
  for (let from = 0; from < roots.length; from += AT_ONCE) {
    let level = roots.slice(from, from + AT_ONCE)
    for (let depth = 0; depth <= DEPTH && level.length > 0; depth++) {
      const wanted = [...new Set(level)].filter(tree => !read.has(tree))
      level = []
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const some = wanted.slice(at, at + Math.min(AT_ONCE, trees))
        trees -= some.length
        if (some.length === 0 || bytes <= 0) return read
        for (const [tree, content] of await contentsOf(repository, some, Math.min(ANSWER, bytes))) {
          bytes -= content.length
          const entries = parse(content, tree.length / 2)
          read.set(tree, entries)
          level.push(...entries.flatMap(({ object, isTree }) => (isTree ? [object] : [])))
        }
      }
    }
  }
  return read
}

const SPACE = 32

/** The entries of a tree as git keeps it: mode, name and hash of each. */
function parse(content: Uint8Array, hash: number): readonly TreeEntry[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at)
    const end = bytes.indexOf(0, space)
    if (space < 0 || end < 0) break
    const mode = bytes.toString('latin1', at, space)
    const name = bytes.toString('utf8', space + 1, end)
    const object = bytes.toString('hex', end + 1, end + 1 + hash)
    // another repository's commit is no file of this one
    if (mode !== '160000') entries.push({ name, object, isTree: mode === '40000' })
    at = end + 1 + hash
  }
  return entries
}
