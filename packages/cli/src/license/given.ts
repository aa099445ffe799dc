import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { joinPages } from '@unwash/core/documents/pages'
import { PDF_BYTES } from '@unwash/core/documents/pdf'
import { invalid, notFound, UnwashError, unreadable } from '@unwash/core/error'
import { legalNameOf } from '@unwash/core/knowledge/legal-names'
import type { GivenLicenses, GivenText, UnreadText } from '@unwash/core/licenses/given/given'
import { prepare } from '@unwash/core/licenses/given/prepare'
import { TEXT_BYTES, TEXT_BYTES_IN_ALL } from '@unwash/core/release/limits'
import { type TextKind, wantedAs } from '@unwash/core/release/wanted'
import { givenAs } from '@unwash/core/terms/files/given-as'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { decode } from '@unwash/sources/files/decode'
import { foundAt, namesInFolder, pathWithin, realPathOf } from '@unwash/sources/files/disk'
import { readHead } from '@unwash/sources/files/head'
import { listFolder } from '@unwash/sources/files/listing'
import { readPointer } from '@unwash/sources/files/pointer'
import { sizeInWords } from '@unwash/sources/files/size'
import { readStream } from '../given-file.ts'
import { type PdfReader, pdfReader } from '../pdf/index.ts'

/** a whole license fits on a line this long, and data goes on for longer; in bytes */
const LONGEST_LINE = 256 * 1024

/** A text, or why there is none, and what else is to be known of it. */
interface Opened {
  readonly text: GivenText | null
  readonly unread: readonly UnreadText[]
}

/** Opens a file as a text to be read as a license. Throws an UnwashError when it cannot be one at all. */
async function openFile(path: string, on: string, readPdf: PdfReader): Promise<Opened> {
  const limit = isPdf(path) ? PDF_BYTES : TEXT_BYTES
  const read = async () => readHead(await realpath(on), limit)
  // a name that is no UTF-8 is listed, and leads nowhere
  const { bytes, size } = await read().catch((cause: unknown) => {
    throw unreadable('cannot read', path, 'make it a readable file', cause)
  })
  return openBytes(path, bytes, size, readPdf)
}

/** The same for bytes already read; `size` is that of the whole. */
async function openBytes(path: string, bytes: Uint8Array, size: number, readPdf: PdfReader): Promise<Opened> {
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

/** more license texts than any release or collection holds */
const MOST_TEXTS = 4_000
/** files of a folder that are looked at to follow a pointer or find a policy */
const MOST_BESIDE = 20
/** the folder that belongs to the tool that downloaded a release */
const TOOLS = '.cache'

/** The license-like texts of a folder, and of those below it. Throws an UnwashError when it has none. */
async function openFolder(
  folder: string,
  readPdf: PdfReader,
  signal?: AbortSignal,
): Promise<{ readonly texts: readonly GivenText[]; readonly unread: readonly UnreadText[] }> {
  const shape = { root: folder, bounds: folder, hidden: TOOLS, submodules: [] }
  const listed = await listFolder(shape, signal)
  const files = listed.files.filter(file => file.kind === 'file').map(file => ({ ...file, as: kindOf(file.path) }))
  const legal = files.filter(file => file.as === 'license')
  // a folder of nothing but texts is a collection of licenses, whatever they are called
  const collection = files.every(file => file.as !== null && file.as !== 'metadata' && file.as !== 'code')
  const wanted = collection ? files.filter(file => file.as === 'license' || file.as === 'document') : legal
  const cards = files.filter(file => file.as === 'card' && !file.path.includes('/'))
  const texts: GivenText[] = []
  const unread: UnreadText[] = []
  let bytes = 0
  for (const { path, as, size } of [...wanted.slice(0, MOST_TEXTS), ...cards]) {
    bytes += size ?? 0
    const shown = folder === '.' ? path : join(folder, path)
    if (bytes > TEXT_BYTES_IN_ALL) {
      unread.push(leftOut(shown, `the texts before it were ${sizeInWords(TEXT_BYTES_IN_ALL)}`, 'the file by its name'))
      break
    }
    const opened = await openFile(shown, join(folder, path), readPdf).catch((error: unknown) => {
      if (!(error instanceof UnwashError)) throw error
      unread.push(leftOut(shown, error.message, error.todo))
      return null
    })
    unread.push(...(opened?.unread ?? []))
    if (!opened?.text || (as === 'card' && wanted.length > 0 && !asksForConsent(opened.text))) continue
    texts.push(as === 'document' ? { ...opened.text, found: true } : opened.text)
  }
  if (texts.length === 0 && unread.length === 0)
    throw notFound('no license-like text in the folder', folder, 'give the file that holds the license')
  return { texts, unread }
}

const leftOut = (path: string, why: string, wouldChange: string): UnreadText => ({
  path,
  kind: 'not-read',
  says: `${path} was not read: ${why}`,
  wouldChange,
})

/** A card is a legal text where it holds a prompt to agree to. */
const asksForConsent = ({ card }: GivenText) => Boolean(card?.form?.prompt)

function kindOf(path: string): TextKind | 'license' | null {
  if (/\.pdf$/i.test(path)) return legalNameOf(path, loadLegalFiles()) ? 'license' : 'document'
  return wantedAs(path, loadLegalFiles())
}

/** What lies beside a text and may belong to it: policies, and for a short text the files that it may point to. */
export async function openBeside(path: string, text: GivenText, readPdf: PdfReader): Promise<readonly GivenText[]> {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
  const root = realPathOf(folder)
  if (root === null) return []
  const names = await namesInFolder(root)
  const short = text.content.length < SHORT
  const lower = text.content.toLowerCase()
  const mentioned = (name: string) =>
    short && name.length > 3 && lower.includes(name.toLowerCase()) && LEGAL.has(wantedAs(name, loadLegalFiles()))
  const below = short ? (text.content.match(/[\w.-]{1,80}(?:\/[\w.-]{1,80}){1,5}/g) ?? []) : []
  const wanted = [...names.filter(name => isPolicy(name) || mentioned(name)), ...below]
  const texts: GivenText[] = []
  for (const name of new Set(wanted.slice(0, MOST_BESIDE))) {
    if (name.split('/').includes('..')) continue
    const shown = folder === '.' ? name : `${folder}/${name}`
    if (shown === path) continue
    // what lies beside a text may not lead out of its folder
    const real = pathWithin(root, name)
    const opened = real === null ? null : await openFile(shown, real, readPdf).catch(() => null)
    if (opened?.text) texts.push(opened.text)
  }
  return texts
}

const isPolicy = (name: string) => legalNameOf(name, loadLegalFiles())?.role === 'policy'

/** what a text may point to */
const LEGAL: ReadonlySet<TextKind | null> = new Set(['license', 'document'])
/** longer texts are licenses and not pointers */
const SHORT = 1_000

/** What was given on the command line, opened; and what could not be, each an error for the caller. */
interface OpenedTargets {
  readonly given: GivenLicenses
  readonly trouble: readonly UnwashError[]
}

/** Opens files, folders and `-` (what comes on standard input). */
export async function openTargets(
  targets: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<OpenedTargets> {
  const asked: GivenText[] = []
  const beside: GivenText[] = []
  const unread: UnreadText[] = []
  const trouble: UnwashError[] = []
  const readPdf = pdfReader()
  for (const target of targets) {
    try {
      const one = await openTarget(target, stdin, readPdf, signal)
      asked.push(...one.asked)
      beside.push(...one.beside)
      unread.push(...one.unread)
    } catch (error) {
      if (!(error instanceof UnwashError)) throw error
      trouble.push(error)
    }
  }
  return { given: { asked, beside, unread }, trouble }
}

async function openTarget(
  target: string,
  stdin: AsyncIterable<Uint8Array>,
  readPdf: PdfReader,
  signal?: AbortSignal,
): Promise<GivenLicenses> {
  signal?.throwIfAborted()
  if (target === '-') {
    const { bytes, size } = await readStream(stdin, TEXT_BYTES)
    const { text, unread } = await openBytes('stdin', bytes, size, readPdf)
    return { asked: text ? [text] : [], beside: [], unread }
  }
  const found = foundAt(target)
  if (!found)
    throw notFound('no file or folder', target, 'give the text of a license, or - to read it from standard input')
  const path = target.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '')
  if (found.isDirectory()) {
    const { texts, unread } = await openFolder(path, readPdf, signal)
    return { asked: texts, beside: [], unread }
  }
  const { text, unread } = await openFile(path, target, readPdf)
  return { asked: text ? [text] : [], beside: text ? await openBeside(path, text, readPdf) : [], unread }
}
