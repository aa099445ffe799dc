import { HEADER_BYTES, HEADER_CLAIM } from '@unwash/core/release/limits'
import { parseJson } from '@unwash/core/text/json'
import { gguf } from './gguf.ts'
import { boundMetadata, type HeaderFormat, type HeaderReading } from './header.ts'

/** the length of the header comes first, in eight bytes */
const LENGTH_BYTES = 8

/** integers may hold several packed parameters each: above this part of the whole, the count is not known */
const PACKED = 0.1

/** The safetensors header: a length, then JSON with each tensor's type, shape and place. */
export const safetensors: HeaderFormat = { format: 'safetensors', first: LENGTH_BYTES, read }

function read(path: string, bytes: Uint8Array, size: number): HeaderReading {
  if (size < LENGTH_BYTES) return { is: 'broken', trouble: 'is cut off: too short for a safetensors header' }
  if (bytes.length < LENGTH_BYTES) return { is: 'short', needs: LENGTH_BYTES, soFar: null }
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true)
  if (length > BigInt(HEADER_CLAIM) || length < 2n) {
    return { is: 'broken', trouble: `is no safetensors file: its header claims ${length} bytes` }
  }
  const end = LENGTH_BYTES + Number(length)
  if (end > size) {
    return { is: 'broken', trouble: `is cut off: its header claims ${length} bytes and the file has ${size}` }
  }
  if (end > HEADER_BYTES)
    return { is: 'broken', trouble: `has a safetensors header of ${length} bytes, too long to read` }
  if (bytes.length < end) return { is: 'short', needs: end, soFar: null }
  const json = parse(bytes.subarray(LENGTH_BYTES, end))
  if (json === null) return { is: 'broken', trouble: 'is no safetensors file: its header is not a JSON object' }
  return summarize(path, json, size - end)
}

function summarize(path: string, json: object, dataBytes: number): HeaderReading {
  let tensors = 0
  let floats = 0
  let integers = 0
  let last = 0
  let metadata: readonly (readonly [string, string])[] = []
  for (const [name, entry] of Object.entries(json)) {
    if (name === '__metadata__') {
      metadata = Object.entries(entry ?? {}).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value]] : [],
      )
      continue
    }
    const tensor = readTensor(entry)
    if (tensor === null) return { is: 'broken', trouble: 'has a safetensors header that does not describe its tensors' }
    tensors += 1
    if (tensor.float) floats += tensor.elements
    else integers += tensor.elements
    last = Math.max(last, tensor.end)
  }
  const known = tensors > 0 && integers <= (floats + integers) * PACKED && Number.isSafeInteger(floats)
  const parameters = known ? floats : null
  const header = { path, format: 'safetensors', metadata: boundMetadata(metadata), tensors, parameters } as const
  if (last <= dataBytes) return { is: 'read', header }
  return {
    is: 'read',
    header,
    trouble: `is cut off: its header describes ${last} bytes of weights, ${dataBytes} are there`,
  }
}

function readTensor(entry: unknown): { float: boolean; elements: number; end: number } | null {
  if (typeof entry !== 'object' || entry === null || !('dtype' in entry) || !('shape' in entry)) return null
  const { dtype, shape } = entry
  if (typeof dtype !== 'string' || !Array.isArray(shape)) return null
  let elements = 1
  for (const side of shape) {
    if (typeof side !== 'number' || !Number.isSafeInteger(side) || side < 0) return null
    elements *= side
  }
  const end: unknown = 'data_offsets' in entry && Array.isArray(entry.data_offsets) ? entry.data_offsets[1] : 0
  if (typeof end !== 'number' || !Number.isSafeInteger(end) || end < 0) return null
  return { float: /^B?F\d/.test(dtype), elements, end }
}

function parse(bytes: Uint8Array): object | null {
  try {
    const json: unknown = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : null
  } catch {
    return null
  }
}

/** The weights formats that say something of themselves before their numbers begin. */
const HEADER_FORMATS: readonly HeaderFormat[] = [safetensors, gguf]

/** The format a file's name gives it, or undefined. */
export function headerFormat(path: string): HeaderFormat | undefined {
  const lower = path.toLowerCase()
  return HEADER_FORMATS.find(({ format }) => lower.endsWith(`.${format}`))
}

/** Reads a header step by step, so that the weights behind it are not. */
export async function readHeader(
  format: HeaderFormat,
  path: string,
  size: number,
  head: (bytes: number) => Promise<Uint8Array>,
): Promise<HeaderReading> {
  const most = Math.min(size, HEADER_BYTES)
  let asked = Math.min(format.first, most)
  for (;;) {
    const bytes = await head(asked)
    const reading = format.read(path, bytes, size)
    if (reading.is !== 'short') return reading
    if (bytes.length < asked)
      return { is: 'broken', trouble: `is cut off: ${bytes.length} of its ${size} bytes are there` }
    if (asked === most) {
      if (reading.soFar !== null) return { is: 'read', header: reading.soFar }
      return { is: 'broken', trouble: `has a ${format.format} header too long to read` }
    }
    asked = Math.min(most, reading.needs)
  }
}
