import { realpath, stat } from 'node:fs/promises'
import { type Document, readDocument } from '../../documents/index.ts'
import { decode } from '../../sources/decode.ts'
import { UnwashError } from '../../sources/error.ts'
import { sizeInWords } from '../../sources/gather.ts'
import { readHead } from '../../sources/head.ts'
import { readPdf } from '../pdf.ts'
import { fetchPage } from './page.ts'

/** a long announcement with its markup is a tenth of this; more is not read */
const PAGE_BYTES = 4 * 1024 * 1024
/** larger PDFs are books */
const PDF_BYTES = 16 * 1024 * 1024

/** An announcement as documents, and what is to be said of how it was read. */
export interface OpenedAnnouncement {
  readonly documents: readonly Document[]
  readonly notes: readonly string[]
}

/** Opens an announcement: a file, an address, or `-` for standard input. Throws an UnwashError where there is nothing to read. */
export async function openAnnouncement(
  target: string,
  stdin: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<OpenedAnnouncement> {
  if (target === '-') {
    const { bytes, size } = await readStream(stdin, PAGE_BYTES)
    return fromBytes('stdin.md', bytes, size)
  }
  if (/^https?:\/\//i.test(target)) {
    const { path, body } = await fetchPage(target, signal)
    const { bytes, size } = await readStream(body, path.endsWith('.pdf') ? PDF_BYTES : PAGE_BYTES)
    return fromBytes(path, bytes, size)
  }
  const found = target.includes('\0') ? null : await stat(target).catch(() => null)
  if (!found) throw new UnwashError('no file', target, 'give an announcement, its address, or - for standard input')
  if (found.isDirectory())
    throw new UnwashError(
      'a folder, not an announcement:',
      target,
      'give the file; a release is audited without claims',
    )
  const { bytes, size } = await readHead(await realpath(target), /\.pdf$/i.test(target) ? PDF_BYTES : PAGE_BYTES).catch(
    (cause: unknown) => {
      throw new UnwashError('cannot read', target, 'make it a readable file', { cause })
    },
  )
  return fromBytes(target, bytes, size)
}

async function fromBytes(path: string, bytes: Uint8Array, size: number): Promise<OpenedAnnouncement> {
  if (size === 0) throw new UnwashError('nothing in', path, 'give the text of an announcement')
  if (/\.pdf$/i.test(path) || String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-')
    return fromPdf(path, bytes, size)
  const whole = bytes.length === size
  const decoded = decode(bytes, whole)
  if (decoded.is === 'binary') throw new UnwashError('binary, not text, in', path, 'give the text of an announcement')
  if (decoded.content.trim() === '')
    throw new UnwashError('only blank lines in', path, 'give the text of an announcement')
  const document = readDocument({ path, content: decoded.content, encoding: decoded.encoding, truncated: !whole })
  return {
    documents: [document],
    notes: whole ? [] : [`${path} is ${sizeInWords(size)}: only its first ${sizeInWords(bytes.length)} was read`],
  }
}

async function fromPdf(path: string, bytes: Uint8Array, size: number): Promise<OpenedAnnouncement> {
  if (bytes.length < size)
    throw new UnwashError('a PDF too large to read:', path, `it is ${sizeInWords(size)}; give its text`)
  const read = await readPdf(bytes)
  if (read.is === 'no-reader')
    throw new UnwashError('a PDF, and no reader for it:', path, 'npm install unpdf, or give its text')
  if (read.is === 'broken') throw new UnwashError('a broken PDF:', path, 'give its text')
  const content = read.pages.join('\n\n')
  if (content.trim() === '') throw new UnwashError('only pictures in', path, 'give its text')
  return { documents: [readDocument({ path, content, encoding: 'utf-8', truncated: false })], notes: [] }
}

/** A stream up to a limit; the rest is counted up to ten times that, not kept. */
async function readStream(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ bytes: Uint8Array; size: number }> {
  const chunks: Uint8Array[] = []
  let kept = 0
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (kept < limit) {
      const part = chunk.subarray(0, limit - kept)
      chunks.push(part)
      kept += part.length
    } else if (size > limit * 10) break
  }
  return { bytes: Buffer.concat(chunks), size }
}
