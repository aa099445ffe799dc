import { decode } from './decode.ts'
import { headerFormat, readHeader } from './headers/index.ts'
import {
  HEADERS,
  LICENSE_BYTES,
  NOTES,
  POINTER_BYTES,
  POINTER_LEAST_BYTES,
  POINTERS_ASKED,
  TEXT_BYTES_IN_ALL,
} from './limits.ts'
import { readPointer } from './pointer.ts'
import type { Release, ReleaseFile, Text, WeightsHeader } from './release.ts'
import { chooseTexts, shallowFirst, type WantedText } from './wanted.ts'

export type Note = Release['notes'][number]

/** Everything a place holds, before any of it is read. */
export interface Listing {
  readonly files: readonly ReleaseFile[]
  readonly complete: boolean
  readonly notes: readonly Note[]
  /** a pointer was followed to its file before it was listed, so that no file here is one */
  readonly resolved?: true
}

/** Reads the beginnings of files. A failure is one file's: it becomes a note. */
export interface Reader {
  /** @returns at most `bytes` from the file's start, and the whole file's size; null when the file cannot be had here */
  head(path: string, bytes: number): Promise<{ readonly bytes: Uint8Array; readonly size: number } | null>
  /** told beforehand which texts will be asked for, and bytes of each, so that a remote place can be asked once */
  prepare?(wanted: readonly Pick<WantedText, 'path' | 'limit'>[]): Promise<void>
  /** told beforehand which weights' headers will be asked for */
  prepareHeaders?(paths: readonly string[]): Promise<void>
}

/** What of a release comes from reading its files. */
export type Gathered = Pick<Release, 'files' | 'complete' | 'texts' | 'headers' | 'notes'>

/** Reads what is worth reading of a listing: pointers, texts, and the headers of weights. */
export async function gather(listing: Listing, reader: Reader, signal?: AbortSignal): Promise<Gathered> {
  const notes: Note[] = [...listing.notes]
  const files = new Map(listing.files.map(file => [file.path, file]))
  const ask = async (path: string, bytes: number) => {
    signal?.throwIfAborted()
    try {
      return await reader.head(path, bytes)
    } catch (error) {
      signal?.throwIfAborted()
      notes.push({ says: `${path} could not be read: ${reasonOf(error)}`, path })
      return null
    }
  }
  const steps = { files, notes, ask }
  if (!listing.resolved) await seePointers(steps)
  const texts = await readTexts(steps, reader)
  const headers = await readHeaders(steps, reader)
  return { files: [...files.values()], complete: listing.complete, texts, headers, notes: bound(notes) }
}

interface Steps {
  readonly files: Map<string, ReleaseFile>
  readonly notes: Note[]
  readonly ask: Reader['head']
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
    if (pointer !== null) files.set(file.path, { ...file, kind: 'pointer', size: pointer.size })
  }
}

async function readTexts({ files, notes, ask }: Steps, reader: Reader): Promise<ReadonlyMap<string, Text>> {
  const { wanted, left } = chooseTexts([...files.values()])
  for (const { kind, count } of left)
    notes.push({ says: `not read, for their number: ${count} more texts of the kind ${kind}` })
  const here = wanted.filter(({ path, kind }) => {
    if (files.get(path)?.kind !== 'pointer') return true
    if (kind === 'license' || kind === 'card') {
      notes.push({ says: `${path} is a Git LFS pointer: its text is not here, run git lfs pull`, path })
    }
    return false
  })
  await reader.prepare?.(here)
  const texts = new Map<string, Text>()
  let room = TEXT_BYTES_IN_ALL
  for (const [index, want] of here.entries()) {
    if (room <= 0) {
      notes.push({
        says: `${here.length - index} more texts were not read: over ${sizeInWords(TEXT_BYTES_IN_ALL)} in all`,
      })
      break
    }
    const read = await ask(want.path, Math.min(want.limit, room))
    if (read === null) continue
    const file = files.get(want.path)
    if (file?.size === null) files.set(want.path, { ...file, size: read.size })
    room -= read.bytes.length
    const text = textOf(want, read.bytes, read.size, notes)
    if (text !== null) texts.set(want.path, text)
  }
  return texts
}

/** Decodes one text, with a note for whatever of it cannot be shown. */
export function textOf(want: WantedText, bytes: Uint8Array, size: number, notes: Note[]): Text | null {
  const { path } = want
  const truncated = bytes.length < size
  const decoded = decode(bytes, !truncated)
  if (truncated && !want.beginning) {
    const than = want.kind === 'license' && size > LICENSE_BYTES ? ', larger than any license' : ''
    const read = sizeInWords(bytes.length)
    const whole = sizeInWords(size) === read ? `${size} bytes` : sizeInWords(size)
    notes.push({ says: `${path} is ${whole}${than}: only its first ${read} was read`, path })
  }
  if (decoded.is === 'binary') {
    notes.push({ says: `${path} is binary, not text: not read`, path })
    return null
  }
  if (decoded.trouble !== undefined) notes.push({ says: `${path} ${decoded.trouble}`, path })
  return { path, content: decoded.content, encoding: decoded.encoding, truncated }
}

async function readHeaders({ files, notes, ask }: Steps, reader: Reader): Promise<readonly WeightsHeader[]> {
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

/** Bytes for a person: `2.0 GB`, `1 MB`, `300 bytes`. */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of [
    ['GB', 1024 ** 3],
    ['MB', 1024 ** 2],
    ['KB', 1024],
  ] as const) {
    if (bytes >= size) return `${(bytes / size).toFixed(1).replace(/\.0$/, '')} ${unit}`
  }
  return `${bytes} bytes`
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'it is gone'
  return error instanceof Error ? error.message : String(error)
}
