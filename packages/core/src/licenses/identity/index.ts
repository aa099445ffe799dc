import {
  type ByteReader,
  type ByteWriter,
  byteReader,
  byteWriter,
  readDouble,
  readNumber,
  readText,
  skipText,
  skipWords,
} from './texts/bytes.ts'
import type { Fingerprint } from './texts/fingerprint.ts'
import { GRAM } from './texts/grams.ts'
import type { Range } from './texts/ranges.ts'

/**
 * License families share long stretches, so the stream of grams of all texts is kept as runs: new grams, or a copy of
 * a stretch that came before.
 */

/** a shorter copy saves few bytes and costs time to read */
const SHORTEST_COPY = 4

/** Writes the stream as pairs of "this many new" and "copy from here so many", and returns the new ones. */
function writeRuns(stream: Uint32Array, out: ByteWriter): readonly number[] {
  const seen = new Map<number, number>()
  const fresh: number[] = []
  let at = 0
  let pending = 0
  while (at < stream.length) {
    const from = seen.get(stream[at]!)
    let length = 0
    if (from !== undefined)
      while (at + length < stream.length && stream[from + length] === stream[at + length]) length++
    if (length >= SHORTEST_COPY) {
      out.number(pending)
      out.number(length)
      out.number(from!)
      pending = 0
    } else {
      length = 1
      fresh.push(stream[at]!)
      pending++
    }
    for (let i = at; i < at + length; i++) seen.set(stream[i]!, i)
    at += length
  }
  out.number(pending)
  out.number(0)
  return fresh
}

/** Reads a stream of `length` grams back; throws RangeError when the runs do not make one. */
function readRuns(length: number, runs: ByteReader, fresh: Uint32Array): Uint32Array {
  const stream = new Uint32Array(length)
  let at = 0
  let next = 0
  for (;;) {
    const pending = readNumber(runs)
    if (pending > fresh.length - next || pending > length - at) throw new RangeError('fingerprints hold too many grams')
    put(stream, at, fresh, next, pending)
    next += pending
    at += pending
    const copy = readNumber(runs)
    if (copy === 0) break
    const from = readNumber(runs)
    if (from >= at || copy > length - at) throw new RangeError('fingerprints copy what is not there')
    put(stream, at, stream, from, copy)
    at += copy
  }
  if (at !== length) throw new RangeError('fingerprints hold too few grams')
  return stream
}

/** One by one, since a copy may overlap what it writes. */
function put(stream: Uint32Array, at: number, source: Uint32Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) stream[at + i] = source[from + i]!
}

/** "uwfp" */
const MAGIC = 0x70667775
/** rises when the form or the way words are counted changes, so that old files are not misread */
const VERSION = 2
/** far above what is shipped; keeps a damaged file from asking for all memory (CWE-789) */
const MOST_GRAMS = 64_000_000

/** The fingerprints as the bytes that are shipped. The same fingerprints give the same bytes. */
export function encodeFingerprints(fingerprints: readonly Fingerprint[]): Uint8Array {
  const stream = new Uint32Array(fingerprints.reduce((sum, { grams }) => sum + grams.length, 0))
  const out = byteWriter()
  out.number(stream.length)
  out.number(fingerprints.length)
  let at = 0
  for (const known of fingerprints) {
    stream.set(known.grams, at)
    at += known.grams.length
    writeList(out, known.names, out.text)
    out.double(known.key)
    const { all, untitled, untailed, core } = known.folded
    for (const key of [all, untitled, untailed, core]) out.double(key)
    out.number(known.words)
    writeList(out, known.optional, range => writeRange(out, range))
    writeList(out, known.blanks, range => writeRange(out, range))
    out.number(known.sentences.length)
  }
  const runs = byteWriter()
  const fresh = Uint32Array.from(writeRuns(stream, runs))
  out.number(fresh.length)
  const sentences = fingerprints.map(known => littleEndian(known.sentences))
  const body = join([out.done(), littleEndian(fresh), ...sentences, runs.done()])
  const head = byteWriter()
  head.number(MAGIC)
  head.number(VERSION)
  head.number(body.length)
  return join([head.done(), body])
}

/**
 * Reads shipped fingerprints back. Throws RangeError when the bytes are not whole or of another version; of damaged
 * ones also when the grams are first asked for, since most texts are known without them.
 */
export function decodeFingerprints(bytes: Uint8Array): readonly Fingerprint[] {
  const input = byteReader(bytes)
  if (readNumber(input) !== MAGIC) throw new RangeError('these bytes are no license fingerprints')
  const version = readNumber(input)
  if (version !== VERSION) throw new RangeError(`fingerprints have form ${version}; this unwash reads form ${VERSION}`)
  const size = readNumber(input)
  if (size !== bytes.length - input.at) throw new RangeError(`fingerprints are not whole, at byte ${bytes.length}`)
  const grams = readNumber(input)
  if (grams > MOST_GRAMS) throw new RangeError(`fingerprints hold ${grams} grams, more than ${MOST_GRAMS}`)
  const heads = readList(input, () => readHead(input))
  const fresh = skipWords(input, readNumber(input))
  const sentences = skipWords(
    input,
    heads.reduce((sum, head) => sum + head.sentences, 0),
  )
  const runs = input.at
  let stream: Uint32Array | undefined
  const gramsOf = (from: number, to: number): Uint32Array => {
    stream ??= readRuns(grams, byteReader(bytes, runs), fresh())
    return stream.subarray(from, to)
  }
  let packed: Uint32Array | undefined
  const sentencesOf = (from: number, to: number): Uint32Array => {
    packed ??= sentences()
    return packed.subarray(from, to)
  }
  let at = 0
  let sentence = 0
  const known = heads.map(head => {
    const from = at
    at += Math.max(0, head.words - GRAM + 1)
    sentence += head.sentences
    const first = sentence - head.sentences
    const end = sentence
    const to = at
    let names: readonly string[] | undefined
    return {
      key: head.key,
      folded: head.folded,
      words: head.words,
      optional: head.optional,
      blanks: head.blanks,
      get names() {
        names ??= readNames(byteReader(bytes, head.names))
        return names
      },
      get sentences() {
        return sentencesOf(first, end)
      },
      get grams() {
        return gramsOf(from, to)
      },
    }
  })
  if (at !== grams) throw new RangeError('fingerprints hold another number of words than of grams')
  return known
}

/**
 * The names are read when they are asked for: of hundreds of texts few are told by name. `names` is where they stand.
 */
type Head = Omit<Fingerprint, 'grams' | 'sentences' | 'names'> & { readonly sentences: number; readonly names: number }

const readNames = (input: ByteReader): readonly string[] => readList(input, () => readText(input))

function readHead(input: ByteReader): Head {
  const names = input.at
  for (let left = readNumber(input); left > 0; left--) skipText(input)
  const key = readDouble(input)
  const folded = {
    all: readDouble(input),
    untitled: readDouble(input),
    untailed: readDouble(input),
    core: readDouble(input),
  }
  const words = readNumber(input)
  const range = (): Range => readRange(input, words)
  return {
    names,
    key,
    folded,
    words,
    optional: readList(input, range),
    blanks: readList(input, range),
    sentences: readNumber(input),
  }
}

function writeRange(out: ByteWriter, { from, to }: Range): void {
  out.number(from)
  out.number(to - from)
}

function readRange(input: ByteReader, words: number): Range {
  const from = readNumber(input)
  const to = from + readNumber(input)
  if (to > words) throw new RangeError('fingerprints hold a part beyond the end of its text')
  return { from, to }
}

function writeList<T>(out: ByteWriter, list: readonly T[], write: (item: T) => void): void {
  out.number(list.length)
  for (const item of list) write(item)
}

function readList<T>(input: ByteReader, read: () => T): readonly T[] {
  const list: T[] = []
  for (let left = readNumber(input); left > 0; left--) list.push(read())
  return list
}

function littleEndian(words: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4))
  words.forEach((word, i) => {
    view.setUint32(i * 4, word, true)
  })
  return new Uint8Array(view.buffer)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Which known license text a text is, and in what it differs: "MIT plus a paragraph" is never MIT. */

export { type IdentityContext, identify } from './identify.ts'
export { type Identity, unlike } from './identity.ts'
export { buildIndex, type Catalog } from './texts/catalog.ts'
export { fingerprint } from './texts/fingerprint.ts'
export { encodeIndex } from './texts/gram-index.ts'
