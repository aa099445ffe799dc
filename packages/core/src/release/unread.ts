import type { LegalFiles } from '../knowledge/legal-files.ts'
import { cardNameOf, isAmongOthers, legalNameOf } from '../knowledge/legal-names.ts'
import { DEPTH, ENTRIES, UNREAD_NAMED } from './limits.ts'
import type { ReleaseFile, UnreadFile } from './release.ts'
import { roleOf } from './wanted.ts'

/** Why no text is read from a listed legal file or card; null where one is, or it is neither, or blank. */
export function unreadByName({ path, kind, size }: ReleaseFile, legal: LegalFiles): UnreadFile | null {
  const form = legalNameOf(path, legal)?.form ?? cardNameOf(path, legal)
  if (form === null || size === 0) return null
  if (kind === 'pointer') return { path, why: 'pointer', says: 'is a Git LFS pointer: its text is not here' }
  if (kind === 'submodule') return { path, why: 'link', says: 'is a link to another repository, which is not here' }
  if (form === 'text') return null
  return /\.pdf$/i.test(path)
    ? { path, why: 'pdf', says: 'is a PDF, and was not read' }
    : { path, why: 'document', says: 'is no text by its ending, and was not read' }
}

/** Why a listed file that a text was wanted of has none, where nobody has said why. */
export function unreadWithoutText(file: ReleaseFile, legal: LegalFiles): UnreadFile {
  const { path, kind } = file
  const byName = unreadByName(file, legal)
  if (byName !== null) return byName
  return kind === 'link'
    ? { path, why: 'link', says: 'is a link that leads to no text here' }
    : { path, why: 'failed', says: 'is listed, and its text is not here' }
}

/** Whether more folders stand before a file than are listed. */
export const isTooDeep = (path: string): boolean => path.split('/').length - 1 > DEPTH

/** A file that a listing was cut before, for its depth or the number of those before it. */
export const leftOut = (path: string): UnreadFile =>
  isTooDeep(path)
    ? { path, why: 'too-deep', says: `is more than ${DEPTH} folders deep: not read` }
    : { path, why: 'too-many', says: `comes after ${ENTRIES} other files: not read` }

/** A legal file whose beginning alone is here. */
export const readInPart = (path: string): UnreadFile => ({
  path,
  why: 'too-large',
  says: 'was read in its beginning alone',
})

/**
 * Those of a list that may tell of terms, each path once: the release's own legal files, cards and documents, then
 * those of others' work in it; a folder does, for nobody knows what lies in it. More than are named are counted.
 */
export function legalAmong(
  all: readonly UnreadFile[],
  legal: LegalFiles,
): { named: readonly UnreadFile[]; more: number } {
  const others = (path: string) => isAmongOthers(path, legal) || (legalNameOf(path, legal)?.others ?? null) !== null
  const rank = (path: string, role: ReturnType<typeof roleOf>) =>
    (others(path) ? 1_000 : 0) + (role === 'document' ? 100 : 0) + path.split('/').length
  const concerned = all.flatMap(one => {
    const role = roleOf(one.path, legal)
    return one.path.endsWith('/') || role !== null ? [{ one, rank: rank(one.path, role) }] : []
  })
  const once = [...new Map(concerned.map(one => [one.one.path, one])).values()]
  const sorted = once.sort((a, b) => a.rank - b.rank || (a.one.path < b.one.path ? -1 : 1)).map(({ one }) => one)
  return { named: sorted.slice(0, UNREAD_NAMED), more: Math.max(0, sorted.length - UNREAD_NAMED) }
}
