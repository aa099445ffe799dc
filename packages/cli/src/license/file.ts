import { realpath } from 'node:fs/promises'
import { joinPages } from '@unwash/core/documents/pages'
import { PDF_BYTES } from '@unwash/core/documents/pdf'
import { invalid, unreadable } from '@unwash/core/error'
import type { GivenText, UnreadText } from '@unwash/core/licenses/given/given'
import { prepare } from '@unwash/core/licenses/given/prepare'
import { TEXT_BYTES } from '@unwash/core/release/limits'
import { givenAs } from '@unwash/core/terms/files/given-as'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { decode } from '@unwash/sources/files/decode'
import { readHead } from '@unwash/sources/files/head'
import { readPointer } from '@unwash/sources/files/pointer'
import { sizeInWords } from '@unwash/sources/files/size'
import type { PdfReader } from '../pdf/index.ts'

/** a whole license fits on a line this long, and data goes on for longer; in bytes */
const LONGEST_LINE = 256 * 1024

/** A text, or why there is none, and what else is to be known of it. */
interface Opened {
  readonly text: GivenText | null
  readonly unread: readonly UnreadText[]
}

/** Opens a file as a text to be read as a license. Throws an UnwashError when it cannot be one at all. */
export async function openFile(path: string, on: string, readPdf: PdfReader): Promise<Opened> {
  const limit = isPdf(path) ? PDF_BYTES : TEXT_BYTES
  const read = async () => readHead(await realpath(on), limit)
  // a name that is no UTF-8 is listed, and leads nowhere
  const { bytes, size } = await read().catch((cause: unknown) => {
    throw unreadable('cannot read', path, 'make it a readable file', cause)
  })
  return openBytes(path, bytes, size, readPdf)
}

/** The same for bytes already read; `size` is that of the whole. */
export async function openBytes(path: string, bytes: Uint8Array, size: number, readPdf: PdfReader): Promise<Opened> {
  if (size === 0) throw invalid('nothing in the file', path, 'give the text of a license')
  const pointer = readPointer(bytes)
  if (pointer)
    throw unreadable('only a Git LFS pointer in', path, `run git lfs pull to get its ${sizeInWords(pointer.size)}`)
  if (isPdf(path) || startsAsPdf(bytes)) return openPdf(path, bytes, size, readPdf)
  const whole = bytes.length === size
  const decoded = decode(bytes, whole)
  if (decoded.is === 'binary') throw unreadable('binary, not text, in', path, 'give the text of a license')
  const { content } = decoded
  if (content.trim() === '') throw invalid('only blank lines in', path, 'give the text of a license')
  if (longestLine(content) > LONGEST_LINE && !content.trimStart().startsWith('<'))
    throw unreadable(
      'a line longer than any license in',
      path,
      `it is ${sizeInWords(size)} of data; give the text of a license`,
    )
  const unread: UnreadText[] = whole
    ? []
    : [
        {
          path,
          kind: 'cut-short',
          says:
            `${path} is ${sizeInWords(size)}, larger than any license: only its first ` +
            `${sizeInWords(bytes.length)} was read`,
          wouldChange: 'the license in a file of its own',
        },
      ]
  return { text: await prepare({ path, content, as: givenAs(path, loadLegalFiles()) }), unread }
}

const isPdf = (path: string) => /\.pdf$/i.test(path)
const startsAsPdf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'

async function openPdf(path: string, bytes: Uint8Array, size: number, readPdf: PdfReader): Promise<Opened> {
  const unread = (how: string, wouldChange: string): UnreadText => ({
    path,
    kind: 'pdf-not-read',
    says: `${path} is a PDF and was not ${how}`,
    wouldChange,
  })
  const fail = (why: string, wouldChange = 'the license as a text'): Opened => ({
    text: null,
    unread: [unread(`read: ${why}`, wouldChange)],
  })
  if (bytes.length < size) return fail(`it is ${sizeInWords(size)}`)
  const read = await readPdf(bytes)
  if (read.is === 'no-reader')
    return fail('the optional reader is not installed', 'npm install unpdf, or the license as a text')
  if (read.is === 'broken') return fail(`its reader says “${read.why}”`)
  if (read.is === 'too-much') return fail(read.why)
  const { lines, pages } = joinPages(read.pages)
  if (lines.join('').trim() === '') return fail(read.cut ?? 'its pages hold pictures and no text')
  return {
    text: { path, content: lines.join('\n'), pages, as: givenAs(path, loadLegalFiles()) },
    unread: read.cut === null ? [] : [unread(`wholly read: ${read.cut}`, 'the license as a text')],
  }
}

function longestLine(content: string): number {
  let longest = 0
  let from = 0
  for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', from)) {
    longest = Math.max(longest, at - from)
    from = at + 1
  }
  return Math.max(longest, content.length - from)
}
