import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { invalid, unreadable } from '@unwash/core/error'
import { POINTER_BYTES, TEXT_BYTES } from '@unwash/core/release/limits'
import type { Release, Text, UnreadFile, WeightsHeader } from '@unwash/core/release/release'
import { roleOf, wantedAs } from '@unwash/core/release/wanted'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { foundAt } from './files/disk.ts'
import type { Note } from './files/gather.ts'
import { readHead } from './files/head.ts'
import { readPointer } from './files/pointer.ts'
import { sizeInWords } from './files/size.ts'
import { decodedText, type ReadText } from './files/text.ts'
import { headerFormat, readHeader } from './headers/index.ts'
import type { OpenOptions, Source } from './source.ts'

/** A single file: a license, a README or another text, or weights, of which only the header is read. */
export const file: Source = { id: 'file', accepts, open }

async function accepts(target: string): Promise<boolean> {
  const found = foundAt(target)
  return found !== null && !found.isDirectory()
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  options.signal?.throwIfAborted()
  const real = await realpath(target)
  const found = await stat(real)
  if (!found.isFile()) throw invalid('a device, pipe or socket is no release:', target, 'give a file or folder')
  if (found.size === 0) throw unreadable('nothing in the file', target, 'give a license, README, .gguf or .safetensors')
  const path = basename(target)
  const start = await readHead(real, POINTER_BYTES).catch((cause: unknown) => {
    throw unreadable('no permission to read', target, 'make the file readable', cause)
  })
  const pointer = found.size <= POINTER_BYTES ? readPointer(start.bytes) : null
  const notes: Note[] = []
  const unread: UnreadFile[] = []
  const release = (size: number, kind: 'file' | 'pointer', texts: Text[], headers: WeightsHeader[]): Release => {
    const read = {
      texts: new Map(texts.map(text => [text.path, text])),
      headers,
      ...(unread.length > 0 ? { unread } : {}),
      notes,
    }
    const given = { source: 'file', place: target, revision: null, complete: false } as const
    return { name: path, publisher: null, guessed: true, ...given, files: [{ path, size, kind }], ...read }
  }
  if (pointer !== null) {
    const size = sizeInWords(pointer.size)
    notes.push({ says: `${path} is a Git LFS pointer: the file of ${size} is not here, run git lfs pull`, path })
    unread.push(...legalOf(path, { why: 'pointer', says: 'is a Git LFS pointer: its text is not here' }))
    return release(pointer.size, 'pointer', [], [])
  }
  if (headerFormat(path) !== undefined) {
    return release(found.size, 'file', [], [await headerOf(target, real, path, found.size, notes)])
  }
  const { text, unread: cause } = await textIn(target, real, path, notes)
  unread.push(...legalOf(path, cause))
  return release(found.size, 'file', [text], [])
}

const legalOf = (path: string, cause: ReadText['unread']): readonly UnreadFile[] =>
  cause !== null && roleOf(path, loadLegalFiles()) !== null ? [{ path, ...cause }] : []

async function headerOf(
  target: string,
  real: string,
  path: string,
  size: number,
  notes: Note[],
): Promise<WeightsHeader> {
  const format = headerFormat(path)
  if (format === undefined) throw unreadable('no known weights format:', target, 'give a .gguf or .safetensors')
  const reading = await readHeader(format, path, size, async bytes => (await readHead(real, bytes)).bytes)
  if (reading.is !== 'read') {
    const why = reading.is === 'broken' ? reading.trouble : 'is cut off'
    throw unreadable('no weights header to be read in', target, `it ${why}; download it again`)
  }
  if (reading.trouble !== undefined) notes.push({ says: `${path} ${reading.trouble}`, path })
  return reading.header
}

async function textIn(target: string, real: string, path: string, notes: Note[]) {
  const read = await readHead(real, TEXT_BYTES)
  // a single file was asked for by name: it is read whatever it is called
  const want = { path, kind: wantedAs(path, loadLegalFiles()) ?? 'document', limit: TEXT_BYTES, beginning: false }
  const { text, unread } = decodedText(want, read.bytes, read.size, notes)
  if (text !== null) return { text, unread }
  throw unreadable('cannot read the binary file', target, 'give a license, README, .gguf or .safetensors')
}
