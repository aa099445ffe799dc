import { HEADER_BYTES } from '@unwash/core/release/limits'
import { gguf } from './gguf.ts'
import type { HeaderFormat, HeaderReading } from './header.ts'
import { safetensors } from './safetensors.ts'

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
