import type { LegalFiles } from '@unwash/core/knowledge/legal-files'
import { legalNameOf } from '@unwash/core/knowledge/legal-names'
import {
  HEADERS,
  INDEX_BYTES,
  NOTES,
  POINTER_BYTES,
  POINTER_LEAST_BYTES,
  POINTERS_ASKED,
  TEXT_BYTES,
  TEXT_BYTES_IN_ALL,
  TEXTS,
  TEXTS_OF_A_KIND,
} from '@unwash/core/release/limits'
import type { Release, ReleaseFile, Text, UnreadFile, WeightsHeader } from '@unwash/core/release/release'
import { legalAmong, unreadByName, unreadWithoutText } from '@unwash/core/release/unread'
import { shallowFirst, TEXT_KINDS, type TextKind, type WantedText, wantedAs } from '@unwash/core/release/wanted'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { headerFormat, readHeader } from '../headers/index.ts'
import { readPointer } from './pointer.ts'
import { sizeInWords } from './size.ts'
import { decodedText } from './text.ts'

/** What to read out of a listing, and what is left for its number. */
interface Chosen {
  /** kinds in order, shallow before deep, within the limits */
  readonly wanted: readonly WantedText[]
  readonly left: readonly { readonly kind: TextKind; readonly count: number }[]
  /** what tells of terms by its name, among what is left, and where no text can be had of it */
  readonly unread: readonly UnreadFile[]
}

/**
 * Chooses the texts to read out of a listing. Of legal files the release's own come before those of others' work in it.
 */
export function chooseTexts(files: readonly ReleaseFile[], legal: LegalFiles): Chosen {
  const kinds = new Map<TextKind, ReleaseFile[]>(TEXT_KINDS.map(kind => [kind, []]))
  const unread: UnreadFile[] = []
  for (const file of files) {
    const without = unreadByName(file, legal)
    if (without !== null) unread.push(without)
    const kind = file.kind === 'submodule' || without !== null ? null : wantedAs(file.path, legal)
    if (kind === null || isData(file, kind)) continue
    kinds.get(kind)?.push(file)
  }
  const left: { kind: TextKind; count: number }[] = []
  const chosen: WantedText[] = []
  for (const [kind, found] of kinds) {
    const room = Math.min(TEXTS_OF_A_KIND[kind], TEXTS - chosen.length)
    const sorted = kind === 'license' ? ownFirst(found, legal) : found.sort(shallowFirst)
    if (found.length > room) left.push({ kind, count: found.length - room })
    const many = KIND_NAMES.get(kind)
    for (const { path } of many === undefined ? [] : sorted.slice(room))
      unread.push({ path, why: 'too-many', says: `is one of more than ${room} ${many}, and was not read` })
    chosen.push(...sorted.slice(0, room).map(file => want(file.path, kind)))
  }
  return { wanted: chosen, left, unread }
}

const KIND_NAMES: ReadonlyMap<TextKind, string> = new Map([
  ['license', 'legal files'],
  ['card', 'cards'],
  ['document', 'documents'],
])

/** A plain text of more than a megabyte below the root is data. */
const isData = ({ path, size }: ReleaseFile, kind: TextKind): boolean =>
  kind === 'document' && (size ?? 0) > TEXT_BYTES && path.includes('/') && /\.txt$/i.test(path)

function ownFirst(files: readonly ReleaseFile[], legal: LegalFiles): readonly ReleaseFile[] {
  const others = new Map(files.map(({ path }) => [path, legalNameOf(path, legal)?.others ? 1 : 0]))
  const rank = ({ path }: ReleaseFile) => others.get(path) ?? 0
  return files.toSorted((one, other) => rank(one) - rank(other) || shallowFirst(one, other))
}

function want(path: string, kind: TextKind): WantedText {
  const beginning =
    kind === 'code' || kind === 'training' || kind === 'loading' || path.toLowerCase().endsWith('.index.json')
  return { path, kind, limit: beginning ? INDEX_BYTES : TEXT_BYTES, beginning }
}

/** What is told of how a release was read. */
export type Note = Release['notes'][number]

/** Everything a place holds, before any of it is read. */
export interface Listing {
  readonly files: readonly ReleaseFile[]
  readonly complete: boolean
  readonly notes: readonly Note[]
  /** files and folders that could not be listed, or can never be read, whatever they are */
  readonly unread?: readonly UnreadFile[]
  /** a pointer was followed to its file before it was listed, so that no file here is one */
  readonly resolved?: true
}

/** Reads the beginnings of files. A failure is one file's: it becomes a note. */
export interface FileReader {
  /**
   * @returns at most `bytes` from the file's start, and the whole file's size; null when the file cannot be had here
   */
  head(path: string, bytes: number): Promise<{ readonly bytes: Uint8Array; readonly size: number } | null>
  /** why a file that `head` gave null for cannot be had; a link that leads to no file, where it does not say */
  why?(path: string): Omit<UnreadFile, 'path'> | null
  /** told beforehand which texts will be asked for, and bytes of each, so that a remote place can be asked once */
  prepare?(wanted: readonly Pick<WantedText, 'path' | 'limit'>[]): Promise<void>
  /** told beforehand which weights' headers will be asked for */
  prepareHeaders?(paths: readonly string[]): Promise<void>
}

/** What of a release comes from reading its files. */
export type Gathered = Pick<Release, 'files' | 'complete' | 'texts' | 'headers' | 'unread' | 'notes'>

/** Reads what is worth reading of a listing: pointers, texts, and the headers of weights. */
export async function gatherFiles(listing: Listing, reader: FileReader, signal?: AbortSignal): Promise<Gathered> {
  const notes: Note[] = [...listing.notes]
  const files = new Map(listing.files.map(file => [file.path, file]))
  const unread: UnreadFile[] = [...(listing.unread ?? [])]
  const ask = async (path: string, bytes: number) => {
    signal?.throwIfAborted()
    try {
      return await reader.head(path, bytes)
    } catch (error) {
      signal?.throwIfAborted()
      const says = `could not be read: ${reasonOf(error)}`
      notes.push({ says: `${path} ${says}`, path })
      unread.push({ path, why: 'failed', says })
      return null
    }
  }
  const steps = { files, notes, ask, unread }
  if (!listing.resolved) await seePointers(steps)
  const texts = await readTexts(steps, reader)
  const headers = await readHeaders(steps, reader)
  const { named, more } = legalAmong(unread, loadLegalFiles())
  if (more > 0) notes.unshift({ says: `${more} more files that may tell of terms were not read than are named` })
  return {
    files: [...files.values()],
    complete: listing.complete,
    texts,
    headers,
    ...(named.length > 0 ? { unread: named } : {}),
    notes: bound(notes),
  }
}

interface Steps {
  readonly files: Map<string, ReleaseFile>
  readonly notes: Note[]
  readonly unread: UnreadFile[]
  readonly ask: FileReader['head']
}

async function seePointers({ files, ask }: Steps): Promise<void> {
  const small = [...files.values()]
    .filter(
      ({ kind, size }) => kind === 'file' && size !== null && size >= POINTER_LEAST_BYTES && size <= POINTER_BYTES,
    )
    .sort(shallowFirst)
    .slice(0, POINTERS_ASKED)
  for (const file of small) {
    const read = await ask(file.path, POINTER_BYTES)
    const pointer = read === null ? null : readPointer(read.bytes)
    if (pointer === null) continue
    const { size, sha256 } = pointer
    files.set(file.path, { ...file, kind: 'pointer', size, ...(sha256 === null ? {} : { sha256 }) })
  }
}

async function readTexts({ files, notes, unread, ask }: Steps, reader: FileReader): Promise<ReadonlyMap<string, Text>> {
  const legal = loadLegalFiles()
  const { wanted, left, unread: without } = chooseTexts([...files.values()], legal)
  unread.push(...without)
  for (const { kind, count } of left)
    notes.push({ says: `not read, for their number: ${count} more texts of the kind ${kind}` })
  for (const { path, why, says } of without)
    if (why === 'pointer') notes.push({ says: `${path} ${says}, run git lfs pull`, path })
  const here = wanted.filter(({ path }) => {
    if (files.get(path)?.kind !== 'pointer') return true
    unread.push({ path, why: 'pointer', says: 'is a Git LFS pointer: its text is not here' })
    return false
  })
  await reader.prepare?.(here)
  const texts = new Map<string, Text>()
  let room = TEXT_BYTES_IN_ALL
  for (const [index, want] of here.entries()) {
    if (room <= 0) {
      for (const { path } of here.slice(index))
        unread.push({ path, why: 'too-many', says: `was not read: over ${sizeInWords(TEXT_BYTES_IN_ALL)} of texts` })
      notes.push({
        says: `${here.length - index} more texts were not read: over ${sizeInWords(TEXT_BYTES_IN_ALL)} in all`,
      })
      break
    }
    const file = files.get(want.path)
    const limit = Math.min(want.limit, room)
    const read = await ask(want.path, limit)
    if (read === null) {
      const why = reader.why?.(want.path)
      const known = unread.some(({ path }) => path === want.path)
      if (!known && file !== undefined) unread.push(why ? { path: want.path, ...why } : unreadWithoutText(file, legal))
      continue
    }
    if (file?.size === null) files.set(want.path, { ...file, size: read.size })
    room -= read.bytes.length
    const { text, unread: cause } = decodedText({ ...want, limit }, read.bytes, read.size, notes)
    if (text !== null) texts.set(want.path, text)
    if (cause !== null) unread.push({ path: want.path, ...cause })
  }
  return texts
}

async function readHeaders({ files, notes, ask }: Steps, reader: FileReader): Promise<readonly WeightsHeader[]> {
  const headers: WeightsHeader[] = []
  const weights = [...files.values()]
    .filter(({ path, kind, size }) => kind !== 'pointer' && kind !== 'submodule' && size !== null && headerFormat(path))
    .sort(shallowFirst)
    .slice(0, HEADERS)
  await reader.prepareHeaders?.(weights.map(({ path }) => path))
  for (const { path, size } of weights) {
    const format = headerFormat(path)
    if (format === undefined || size === null) continue
    let failed = false
    const reading = await readHeader(format, path, size, async bytes => {
      const read = await ask(path, bytes)
      failed ||= read === null
      return read?.bytes ?? new Uint8Array()
    })
    // the file that could not be read has its note already
    if (failed) continue
    if (reading.is === 'read') headers.push(reading.header)
    if (reading.is !== 'short' && reading.trouble !== undefined)
      notes.push({ says: `${path} ${reading.trouble}`, path })
  }
  return headers
}

function bound(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= NOTES) return notes
  return [...notes.slice(0, NOTES - 1), { says: `${notes.length - NOTES + 1} more notes are not shown` }]
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'it is gone'
  return error instanceof Error ? error.message : String(error)
}
