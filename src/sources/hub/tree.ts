import * as z from 'zod'
import type { Listing, Note } from '../gather.ts'
import { ENTRIES } from '../limits.ts'
import type { ReleaseFile, Unread } from '../release.ts'
import { isTooDeep, leftOut } from '../unread.ts'
import type { Address } from './address.ts'
import type { Client } from './client.ts'
import { apiPath, json } from './info.ts'
import { JSON_BYTES, PAGES } from './limits.ts'
import { HubTrouble } from './trouble.ts'

const Entry = z.object({
  type: z.string(),
  path: z.string(),
  size: z.number().nonnegative().nullish().catch(null),
  lfs: z.object({ size: z.number().nonnegative() }).nullish().catch(null),
})

/** A listing as it is kept. */
export const Tree = z.object({
  files: z.array(z.tuple([z.string(), z.number().nullable()])),
  complete: z.boolean(),
})
export type Tree = z.infer<typeof Tree>

/** Lists every file at a commit, page after page. */
export async function askTree(client: Client, address: Address, commit: string): Promise<Tree> {
  const files: [string, number | null][] = []
  let next: string | null = `${apiPath(address)}/tree/${commit}?recursive=true&expand=false`
  for (let page = 0; next !== null; page += 1) {
    if (page === PAGES || files.length >= ENTRIES) return { files: files.slice(0, ENTRIES), complete: false }
    const answer = await client.get(next, { most: JSON_BYTES })
    const entries = z.array(Entry).safeParse(json(answer.bytes))
    if (answer.cut || !entries.success) throw new HubTrouble('the hub answers with something else than a list of files')
    for (const { type, path, size, lfs } of entries.data) {
      if (type !== 'directory') files.push([path, lfs?.size ?? size ?? null])
    }
    next = answer.next
  }
  return { files, complete: true }
}

/** The files of a listing that can be one: a path that leads out or is too deep is left out, and the rest is told. */
export function listingOf(tree: Tree): Listing {
  const notes: Note[] = []
  const unread: Unread[] = []
  const files: ReleaseFile[] = []
  const seen = new Set<string>()
  // one page may hold more than all of them together are asked for
  const complete = tree.complete && tree.files.length <= ENTRIES
  for (const [path, size] of tree.files.slice(0, ENTRIES)) {
    if (seen.has(path)) continue
    seen.add(path)
    if (isPath(path)) files.push({ path, size, kind: 'file' })
    else {
      notes.push({ says: 'a file whose path leads out of the repository, or is too deep, is not listed' })
      unread.push(isTooDeep(path) ? leftOut(path) : { path: shown(path), why: 'failed', says: NO_PATH })
    }
  }
  if (!complete) {
    notes.push({ says: 'the repository has too many files: the rest is not listed' })
    unread.push({ path: './', why: 'too-many', says: 'has too many files: the rest is not listed' })
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1))
  return { files, complete: complete && notes.length === 0, notes: notes.slice(0, 3), unread, resolved: true }
}

const NO_PATH = 'is no path that can be asked for'
const shown = (path: string) => path.replace(/\p{Cc}|\p{Cs}/gu, '\ufffd')

function isPath(path: string): boolean {
  const steps = path.split('/')
  return !isTooDeep(path) && !/\p{Cc}|\p{Cs}/u.test(path) && !steps.some(step => /^\.{0,2}$/.test(step))
}
