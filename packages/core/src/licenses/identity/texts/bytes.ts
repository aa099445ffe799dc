/** Numbers and names in bytes: the small end of the shipped form of fingerprints. */

/** Numbers and names as they are written. */
export interface ByteWriter {
  /** a whole number from 0 to 2^32 - 1, seven bits a byte */
  number(value: number): void
  double(value: number): void
  text(value: string): void
  done(): Uint8Array
}

/** Writes from the first byte on. */
export function byteWriter(): ByteWriter {
  const bytes: number[] = []
  const number = (value: number): void => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  return {
    number,
    double: value => bytes.push(...new Uint8Array(Float64Array.of(value).buffer)),
    text(value) {
      const encoded = new TextEncoder().encode(value)
      number(encoded.length)
      bytes.push(...encoded)
    },
    done: () => Uint8Array.from(bytes),
  }
}

/** Bytes and how far they were read. */
export interface ByteReader {
  readonly bytes: Uint8Array
  readonly view: DataView
  at: number
}

/** Reads bytes from `at` on. */
export const byteReader = (bytes: Uint8Array, at = 0): ByteReader => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  at,
})

const tooShort = ({ bytes }: ByteReader): RangeError =>
  new RangeError(`fingerprints end too early, at byte ${bytes.length}`)

function take(reader: ByteReader, size: number): number {
  const from = reader.at
  if (size > reader.bytes.length - from) throw tooShort(reader)
  reader.at = from + size
  return from
}

/** Reads what `number` wrote; this and the others throw RangeError where the bytes end too early. */
export function readNumber(reader: ByteReader): number {
  let value = 0
  for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
    const byte = reader.bytes[reader.at++]
    if (byte === undefined) throw tooShort(reader)
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
  throw new RangeError(`fingerprints hold a number that is too long, at byte ${reader.at}`)
}

/** Reads what `double` wrote. */
export function readDouble(reader: ByteReader): number {
  return reader.view.getFloat64(take(reader, 8), true)
}

const decoder = new TextDecoder()

/** Reads what `text` wrote. */
export function readText(reader: ByteReader): string {
  const size = readNumber(reader)
  const from = take(reader, size)
  return decoder.decode(reader.bytes.subarray(from, from + size))
}

/** Goes past what `text` wrote. */
export function skipText(reader: ByteReader): void {
  take(reader, readNumber(reader))
}

/** Goes past `count` numbers of 32 bits, and gives what reads them. */
export function skipWords(reader: ByteReader, count: number): () => Uint32Array {
  const from = take(reader, count * 4)
  return () => readWords(byteReader(reader.bytes, from), count)
}

/** most machines are; there a block of numbers is copied at once */
export const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Reads `count` numbers of 32 bits. */
function readWords(reader: ByteReader, count: number): Uint32Array {
  const from = take(reader, count * 4)
  const block = new Uint8Array(reader.bytes.subarray(from, from + count * 4))
  if (LITTLE_ENDIAN) return new Uint32Array(block.buffer)
  const view = new DataView(block.buffer)
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(i * 4, true))
}
