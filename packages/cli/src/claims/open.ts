import { realpath } from 'node:fs/promises'
import { type Document, MAX_LINE, type Markup, readDocument } from '@unwash/core/documents/index'
import { joinPages } from '@unwash/core/documents/pages'
import { PDF_BYTES } from '@unwash/core/documents/pdf'
import { invalid, notFound, UnwashError, unreadable } from '@unwash/core/error'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { type Decoded, decode } from '@unwash/sources/files/decode'
import { foundAt } from '@unwash/sources/files/disk'
import { readHead } from '@unwash/sources/files/head'
import { sizeInWords } from '@unwash/sources/files/size'
import { readStream } from '../given-file.ts'
import { pdfReader } from '../pdf/index.ts'
import { fetchPage } from './page.ts'

/** older encodings, and in which language a text is that comes out of one */
const OLDER: readonly (readonly [encoding: string, language: string])[] = [
  ['gb18030', 'zh-Hans'],
  ['big5', 'zh-Hant'],
  ['shift_jis', 'ja'],
  ['euc-kr', 'ko'],
  ['windows-1251', 'ru'],
]
/** the beginning of a page, where it says its encoding */
const DECLARED_WITHIN = 2_048
/** of the letters that are not English, the part that belongs to the small words of the language it came out in */
const SMALL_PART = 0.05
/** enough to tell by */
const LOOKED_AT = 20_000

/**
 * Decodes an announcement: as Unicode where it is that; else by the encoding that came with it or that the page
 * declares; else by the older encoding out of which it reads as a language; else as Latin-1.
 */
function decodeAnnouncement(
  bytes: Uint8Array,
  whole: boolean,
  charset: string | null,
  { claims }: Pick<Knowledge, 'claims'>,
): Decoded {
  const unicode = decode(bytes, whole)
  if (unicode.is === 'binary' || unicode.encoding !== 'latin1') return unicode
  const content = as(charset ?? declared(bytes), bytes, false)
  if (content !== null) return { is: 'text', content, encoding: 'latin1' }
  const guesses = OLDER.flatMap(([encoding, language]) => {
    const read = as(encoding, bytes, whole)
    const words = claims.find(({ id }) => id === language)?.words ?? []
    return read === null ? [] : [{ content: read, share: shareOf(read, words) }]
  })
  const best = guesses.sort((one, other) => other.share - one.share)[0]
  return best && best.share >= SMALL_PART ? { is: 'text', content: best.content, encoding: 'latin1' } : unicode
}

/** The text out of an encoding; null where there is no such encoding, or `strict` and the bytes are not in it. */
function as(encoding: string | null, bytes: Uint8Array, strict: boolean): string | null {
  if (encoding === null || /^(?:utf-?8|iso-8859-1|latin-?1|ascii|us-ascii)$/i.test(encoding)) return null
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return null
  }
}

/** `<meta charset=gbk>`, or the older way to say it. */
function declared(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN))
  return /<meta\b[^<>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i.exec(head)?.[1] ?? null
}

/** Of the letters that are not English, the part in small words. */
function shareOf(text: string, small: readonly string[]): number {
  const looked = text.slice(0, LOOKED_AT)
  const letters = looked.match(/[\u0400-\uffff]/g)?.length ?? 0
  if (letters === 0) return 0
  const known = new Set(small)
  // words of one letter are counted wherever they stand: their languages do not space them
  const words = looked.toLowerCase().match(/[\u0400-\u04ff]+|[\u0500-\uffff]/g) ?? []
  return words.reduce((sum, word) => sum + (known.has(word) ? word.length : 0), 0) / letters
}

/** a long announcement with its markup is a tenth of this; more is not read */
const PAGE_BYTES = 4 * 1024 * 1024

/** An announcement as documents, and what is to be said of how it was read. */
interface OpenedAnnouncement {
  readonly documents: readonly Document[]
  readonly notes: readonly string[]
}

/**
 * Opens an announcement: a file, an address, or `-` for standard input. Throws an UnwashError where there is nothing to
 * read.
 */
export async function openAnnouncement(
  target: string,
  stdin: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  knowledge: Knowledge,
): Promise<OpenedAnnouncement> {
  if (target === '-') {
    const { bytes, size } = await readStream(stdin, PDF_BYTES)
    return fromBytes({ path: 'stdin.md', bytes, size, markup: null, charset: null }, knowledge)
  }
  if (/^https?:\/\//i.test(target)) {
    const { address, type, charset, body } = await fetchPage(target, signal)
    const { bytes, size } = await readStream(body, PDF_BYTES)
    const markup = /html/.test(type) ? 'html' : markupOf(new URL(address).pathname)
    return fromBytes({ path: address, bytes, size, markup, charset }, knowledge)
  }
  const found = foundAt(target)
  if (!found) throw notFound('no file', target, 'give an announcement, its address, or - for standard input')
  if (found.isDirectory())
    throw invalid('a folder, not an announcement:', target, 'give the file; a release is audited without claims')
  const { bytes, size } = await readHead(await realpath(target), PDF_BYTES).catch((cause: unknown) => {
    throw unreadable('cannot read', target, 'make it a readable file', cause)
  })
  return fromBytes({ path: target, bytes, size, markup: markupOf(target), charset: null }, knowledge)
}

/** Bytes of an announcement; `size` is that of the whole. */
interface GivenAnnouncement {
  readonly path: string
  readonly bytes: Uint8Array
  readonly size: number
  /** null where its name does not say */
  readonly markup: Markup | null
  /** as it came with it */
  readonly charset: string | null
}

const markupOf = (path: string): Markup | null => (/\.(?:txt|text)$/i.test(path) ? 'text' : null)

async function fromBytes(given: GivenAnnouncement, knowledge: Knowledge): Promise<OpenedAnnouncement> {
  const { path, size, markup, charset } = given
  if (size === 0) throw invalid('nothing in', path, 'give the text of an announcement')
  if (String.fromCharCode(...given.bytes.subarray(0, 5)) === '%PDF-') return fromPdf(path, given.bytes, size)
  if (/\.pdf$/i.test(path)) throw unreadable('no PDF in', path, 'give its text')
  const bytes = given.bytes.subarray(0, PAGE_BYTES)
  const whole = bytes.length === size
  const decoded = decodeAnnouncement(bytes, whole, charset, knowledge)
  if (decoded.is === 'binary') throw unreadable('binary, not text, in', path, 'give the text of an announcement')
  if (decoded.content.trim() === '') throw invalid('only blank lines in', path, 'give the text of an announcement')
  const text = { path, content: decoded.content, encoding: decoded.encoding, truncated: !whole }
  const document = markup === null ? readDocument(text) : readDocument(text, markup)
  return {
    documents: [document],
    notes: [...cutNotes(path, bytes.length, size), ...longNotes(document), ...document.notes],
  }
}

/** Lines longer than is read, or nested deeper, are told of where nothing was found in them. */
function longNotes({ path, lines, blocks }: Document): readonly string[] {
  const long = lines.filter(line => line.length > MAX_LINE && !line.trimStart().startsWith('<')).length
  const read = (line: number) => blocks.some(block => block.line <= line && line <= block.endLine)
  const unread = lines.flatMap((line, at) => (NESTED.test(line) && !read(at + 1) ? [at + 1] : []))
  return [
    ...(long > 0 ? [`${path} has lines of more than ${MAX_LINE} characters: only the beginning of each was read`] : []),
    ...(unread.length > 0 ? [`${path}:${unread[0]} is nested too deep to be read`] : []),
  ]
}

/** quotes or lists in each other, a hundred or more */
const NESTED = /^(?:[>*+-]\s{0,3}){100}/

const cutNotes = (path: string, read: number, size: number) =>
  read === size ? [] : [`${path} is ${sizeInWords(size)}: only its first ${sizeInWords(read)} was read`]

async function fromPdf(path: string, bytes: Uint8Array, size: number): Promise<OpenedAnnouncement> {
  if (bytes.length < size)
    throw unreadable('a PDF too large to read:', path, `it is ${sizeInWords(size)}; give its text`)
  const read = await pdfReader()(bytes)
  if (read.is === 'no-reader')
    throw new UnwashError('a PDF, and no reader for it:', path, 'npm install unpdf, or give its text', 'not-installed')
  if (read.is === 'broken') throw unreadable('a broken PDF:', path, 'give its text')
  if (read.is === 'too-much') throw unreadable('a PDF that is not read:', path, `${read.why}; give its text`)
  const { lines, pages } = joinPages(read.pages)
  const content = lines.join('\n')
  if (content.trim() === '' && read.cut !== null)
    throw unreadable('a PDF that is not read:', path, `${read.cut}; give its text`)
  if (content.trim() === '') throw unreadable('only pictures in', path, 'give its text')
  const document = readDocument({ path, content, encoding: 'utf-8', truncated: false }, 'text')
  const notes = read.cut === null ? [] : [`${path} was not wholly read: ${read.cut}`]
  return { documents: [{ ...document, pages }], notes }
}
