import { METADATA_KEYS, METADATA_VALUE } from '@unwash/core/release/limits'
import type { WeightsHeader } from '@unwash/core/release/release'
import { boundMetadata, type HeaderFormat, type HeaderReading } from './header.ts'

/** The bytes at hand end before what is asked for. */
class OutOfBytes extends Error {
  /** bytes from the file's start that are needed to go on */
  readonly needs: number

  constructor(needs: number) {
    super(`needs ${needs} bytes`)
    this.needs = needs
  }
}

/** Walks over a GGUF header's numbers and strings, in its own version and byte order; `OutOfBytes` past the end. */
interface Cursor {
  /** makes sure that so many bytes follow */
  expect(bytes: number): void
  skip(bytes: number): void
  u32(): number
  /** reads the version, and with it the byte order and the width of counts; false when there is no such version */
  version(): boolean
  /** 64 bits, or 32 in version 1; beyond 2^53 it is rounded, which is past every limit anyway */
  count(): number
  skipString(): void
  /** at most `most` bytes of it are kept */
  string(most: number): string
}

/** A cursor at the beginning of `bytes`. */
function cursorOver(bytes: Uint8Array): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  let little = true
  let wide = true

  const expect = (count: number): void => {
    if (at + count > bytes.length) throw new OutOfBytes(at + count)
  }
  const skip = (count: number): void => {
    expect(count)
    at += count
  }
  const u32 = (): number => {
    skip(4)
    return view.getUint32(at - 4, little)
  }
  const count = (): number => {
    if (!wide) return u32()
    skip(8)
    return Number(view.getBigUint64(at - 8, little))
  }
  return {
    expect,
    skip,
    u32,
    count,
    version() {
      const version = u32()
      // version 3 allows the big end first, which read the other way is a number in the millions
      little = version < 0x10000
      const known = little ? version : version >>> 24
      wide = known > 1
      return known >= 1 && known <= 3 && (little || (version & 0xffffff) === 0)
    },
    skipString: () => skip(count()),
    string(most) {
      const length = count()
      skip(length)
      const from = at - length
      return new TextDecoder().decode(bytes.subarray(from, from + Math.min(length, most)))
    },
  }
}

/** `GGUF` as a number, little end first */
const MAGIC = 0x46554747

/** more than any real file has; a larger claim is a lie (CWE-770) */
const MOST_KEYS = 65_536
const MOST_TENSORS = 1_000_000
const MOST_DIMENSIONS = 8
const MOST_NESTED = 4

/** an array of strings up to this long is told (tags, languages); a longer one is a vocabulary */
const LIST_LENGTH = 64

/** bytes of a value by type; 8 is a string, 9 an array */
const WIDTHS = [1, 1, 2, 2, 4, 4, 4, 1, null, null, 8, 8, 8] as const
const STRING = 8
const ARRAY = 9

/** what is read at first, and at least further on: the format does not say where its header ends */
const STEP = 64 * 1024

/** The GGUF header, versions 1 to 3, either byte order: keys and values, then the tensors' shapes. */
export const gguf: HeaderFormat = { format: 'gguf', first: STEP, read }

function read(path: string, bytes: Uint8Array, size: number): HeaderReading {
  const entries: [string, string][] = []
  let tensors = 0
  const header = (parameters: number | null): WeightsHeader => {
    return { path, format: 'gguf', metadata: boundMetadata(entries), tensors, parameters }
  }
  try {
    const cursor = cursorOver(bytes)
    if (cursor.u32() !== MAGIC) return broken('is no GGUF file: it does not begin with GGUF')
    if (!cursor.version()) return broken('has a GGUF version that is not known')
    tensors = cursor.count()
    const keys = cursor.count()
    if (keys > MOST_KEYS || tensors > MOST_TENSORS)
      return broken(`claims ${keys} keys and ${tensors} tensors in its GGUF header`)
    for (let i = 0; i < keys; i += 1) {
      const key = cursor.string(METADATA_VALUE)
      const value = readValue(cursor, cursor.u32(), 0)
      if (value === false) return broken('has a GGUF header with a value of no known type')
      if (value !== null && entries.length < METADATA_KEYS) entries.push([key, value])
    }
    const parameters = countParameters(cursor, tensors)
    return parameters === false
      ? broken('has a GGUF tensor of no real shape')
      : { is: 'read', header: header(parameters) }
  } catch (error) {
    if (!(error instanceof OutOfBytes)) throw error
    if (error.needs > size)
      return broken(`is cut off: its GGUF header goes on to byte ${error.needs} and the file has ${size}`)
    // a quarter more each time: few rounds over a long header, and little beyond its end
    const needs = Math.max(error.needs, bytes.length + STEP, Math.ceil(bytes.length * 1.25))
    return { is: 'short', needs, soFar: entries.length > 0 ? header(null) : null }
  }
}

function broken(trouble: string): HeaderReading {
  return { is: 'broken', trouble }
}

/** A value as text: strings and short lists of them; null for the rest, false for no known type. */
function readValue(cursor: Cursor, type: number, depth: number): string | null | false {
  if (type === STRING) return cursor.string(METADATA_VALUE)
  if (type !== ARRAY) {
    const width = WIDTHS[type]
    if (width === undefined || width === null) return false
    cursor.skip(width)
    return null
  }
  if (depth === MOST_NESTED) return false
  const inner = cursor.u32()
  const length = cursor.count()
  const width = WIDTHS[inner]
  if (width === undefined) return false
  if (width !== null) {
    cursor.skip(width * length)
    return null
  }
  if (inner === STRING && length > LIST_LENGTH) {
    // each needs its own length at least: a claim of more than the file holds ends at once
    cursor.expect(length)
    for (let i = 0; i < length; i += 1) cursor.skipString()
    return null
  }
  const items: string[] = []
  for (let i = 0; i < length; i += 1) {
    const item = readValue(cursor, inner, depth + 1)
    if (item === false) return false
    if (item !== null && items.length < LIST_LENGTH) items.push(item)
  }
  return inner === STRING ? items.join(', ') : null
}

function countParameters(cursor: Cursor, tensors: number): number | null | false {
  let parameters = 0
  for (let i = 0; i < tensors; i += 1) {
    cursor.skipString()
    const dimensions = cursor.u32()
    if (dimensions > MOST_DIMENSIONS) return false
    let elements = 1
    for (let side = 0; side < dimensions; side += 1) elements *= cursor.count()
    parameters += elements
    // type and offset
    cursor.skip(4 + 8)
  }
  return tensors > 0 && Number.isSafeInteger(parameters) ? parameters : null
}
