import { ENTRIES } from '@unwash/core/release/limits'
import type { ReleaseFile, UnreadFile } from '@unwash/core/release/release'
import { isTooDeep, leftOut } from '@unwash/core/release/unread'
import * as z from 'zod'
import type { Listing, Note } from '../files/gather.ts'
import { sha256In } from '../hash.ts'
import type { Client } from '../http/client.ts'
import { type AnsweredJson, askJson, maybe } from '../http/json.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { HubAddress } from './address.ts'
import { apiPath } from './info.ts'
import { LISTING_PAGES } from './limits.ts'

const Entries = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: maybe(z.number().nonnegative()),
    lfs: maybe(z.object({ size: z.number().nonnegative(), oid: maybe(z.string()) })),
  }),
)

const TOO_MANY = 'the repository has too many files'

/** A listing as it is kept: path, size and SHA-256 of each file, the last where the store for large files has it. */
export const HubTree = z.object({
  files: z.array(z.tuple([z.string(), z.number().nullable(), z.string().nullable()])),
  /** why the rest is not listed; null where that is all */
  rest: z.string().nullable(),
})
/** Such a listing. */
export type HubTree = z.infer<typeof HubTree>

/** Lists every file at a commit, page after page. What came before a page that cannot be had is listed, and told. */
export async function askTree(client: Client, address: HubAddress, commit: string): Promise<HubTree> {
  const files: HubTree['files'] = []
  let next: string | null = `${apiPath(address)}/tree/${commit}?recursive=true&expand=false`
  for (let page = 0; next !== null; page += 1) {
    if (page === LISTING_PAGES || files.length >= ENTRIES) return { files: files.slice(0, ENTRIES), rest: TOO_MANY }
    try {
      const answer: AnsweredJson<typeof Entries> = await askJson(client, next, Entries, 'a list of files')
      for (const file of filesOf(answer.data)) files.push(file)
      if (answer.lost) return { files, rest: `page ${page + 2} of its files is at another place than the hub's` }
      next = answer.next
    } catch (error) {
      if (page === 0 || !(error instanceof HubTrouble)) throw error
      return { files, rest: `page ${page + 1} of its files could not be read: ${error.message}` }
    }
  }
  // one page may hold more than all of them together are asked for
  return { files, rest: files.length > ENTRIES ? TOO_MANY : null }
}

const filesOf = (entries: z.infer<typeof Entries>): HubTree['files'] =>
  entries
    .filter(({ type }) => type !== 'directory')
    .map(({ path, size, lfs }) => {
      return [path, lfs?.size ?? size ?? null, sha256In(lfs?.oid)]
    })

/** A listing together with files that the hub names elsewhere: where its list lacks some of them, it is not all. */
export function withNamed({ files, rest }: HubTree, named: readonly string[]): HubTree {
  const listed = new Set(files.map(([path]) => path))
  const more = named.filter(path => !listed.has(path))
  if (more.length === 0) return { files, rest }
  const says = `the hub names ${more.length} files that its list lacks`
  return { files: [...files, ...more.map((path): HubTree['files'][number] => [path, null, null])], rest: rest ?? says }
}

/** The files of a listing that can be one: a path that leads out or is too deep is left out, and the rest is told. */
export function listingOf(tree: HubTree): Listing {
  const notes: Note[] = []
  const unread: UnreadFile[] = []
  const files: ReleaseFile[] = []
  const seen = new Set<string>()
  const rest = tree.rest ?? (tree.files.length > ENTRIES ? TOO_MANY : null)
  for (const [path, size, sha256] of tree.files.slice(0, ENTRIES)) {
    if (seen.has(path)) continue
    seen.add(path)
    if (isPath(path)) files.push({ path, size, kind: 'file', ...(sha256 === null ? {} : { sha256 }) })
    else {
      notes.push({ says: 'a file whose path leads out of the repository, or is too deep, is not listed' })
      unread.push(isTooDeep(path) ? leftOut(path) : { path: shown(path), why: 'failed', says: NO_PATH })
    }
  }
  if (rest !== null) {
    notes.push({ says: `${rest}: the rest is not listed` })
    const why = rest === TOO_MANY ? 'too-many' : 'failed'
    unread.push({ path: './', why, says: `is not listed to its end: ${rest}` })
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1))
  return { files, complete: notes.length === 0, notes: notes.slice(0, 3), unread, resolved: true }
}

const NO_PATH = 'is no path that can be asked for'
const shown = (path: string) => path.replace(/\p{Cc}|\p{Cs}/gu, '\ufffd')

function isPath(path: string): boolean {
  const steps = path.split('/')
  return !isTooDeep(path) && !/\p{Cc}|\p{Cs}/u.test(path) && !steps.some(step => /^\.{0,2}$/.test(step))
}
