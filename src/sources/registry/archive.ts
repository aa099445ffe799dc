import { gunzipSync } from 'node:zlib'
import type { Layer } from './manifest.ts'

/** more bytes of one archive of texts are not unpacked */
export const ARCHIVE_BYTES = 8 * 1024 * 1024
const ENTRIES = 2_000
const BLOCK = 512

/** Regular files of a tar archive with their bytes; null where it is none, is cut short or unpacks to too much. */
export function filesIn(bytes: Uint8Array, archive: Layer['archive']): Map<string, Uint8Array> | null {
  const tar = archive === 'tar+gzip' ? unzipped(bytes) : bytes
  if (tar === null) return null
  const files = new Map<string, Uint8Array>()
  let long: string | null = null
  for (let at = 0; at + BLOCK <= tar.length && files.size < ENTRIES; ) {
    const head = tar.subarray(at, at + BLOCK)
    if (head.every(byte => byte === 0)) return files
    if (textAt(head, 257, 5) !== 'ustar') return null
    const size = Number.parseInt(textAt(head, 124, 12).trim() || '0', 8)
    const body = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (!Number.isSafeInteger(size) || body.length < size) return null
    const kind = String.fromCharCode(head[156] ?? 0)
    const prefix = textAt(head, 345, 155)
    const name: string = long ?? (prefix === '' ? '' : `${prefix}/`) + textAt(head, 0, 100)
    // "x" and "L" give the next file's name where it is long
    long = kind === 'L' ? textAt(body, 0, body.length) : kind === 'x' ? paxPath(body) : null
    if (kind === '0' || kind === '\0') files.set(name.replace(/^(?:\.?\/)+/, ''), body)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

const textAt = (bytes: Uint8Array, from: number, length: number): string => {
  const part = bytes.subarray(from, from + length)
  const end = part.indexOf(0)
  return new TextDecoder().decode(end < 0 ? part : part.subarray(0, end))
}

const paxPath = (body: Uint8Array) => /^\d+ path=(.{1,4000})$/m.exec(new TextDecoder().decode(body))?.[1] ?? null

function unzipped(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: ARCHIVE_BYTES })
  } catch {
    return null
  }
}
