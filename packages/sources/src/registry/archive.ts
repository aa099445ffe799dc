import { gunzipSync } from 'node:zlib'
import type { UnreadFile } from '@unwash/core/release/release'
import type { Layer } from './manifest.ts'

/** more bytes of one archive of texts are not unpacked */
export const ARCHIVE_BYTES = 8 * 1024 * 1024
const ENTRIES = 2_000
const BLOCK = 512

/** What is in an archive: its regular files with their bytes, and whatever else is there. */
interface Inside {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly unread: readonly UnreadFile[]
}

/** What is in a tar archive; null where it is none, is cut short or unpacks to too much. */
export function filesIn(bytes: Uint8Array, archive: Layer['archive'], name: string): Inside | null {
  const tar = archive === 'tar+gzip' ? unzipped(bytes) : bytes
  if (tar === null) return null
  const files = new Map<string, Uint8Array>()
  const unread: UnreadFile[] = []
  const rest = (says: string): Inside => ({ files, unread: [...unread, { path: `${name}/`, why: 'too-many', says }] })
  let long: string | null = null
  for (let at = 0; at + BLOCK <= tar.length; ) {
    if (files.size + unread.length >= ENTRIES) return rest(`has more than ${ENTRIES} entries: the rest was not read`)
    const head = tar.subarray(at, at + BLOCK)
    if (head.every(byte => byte === 0))
      return tar.subarray(at).every(byte => byte === 0) ? { files, unread } : rest('goes on behind its end: not read')
    if (textAt(head, 257, 5) !== 'ustar') return null
    const size = Number.parseInt(textAt(head, 124, 12).trim() || '0', 8)
    const body = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (!Number.isSafeInteger(size) || body.length < size) return null
    const kind = String.fromCharCode(head[156] ?? 0)
    const prefix = textAt(head, 345, 155)
    const path: string = (long ?? (prefix === '' ? '' : `${prefix}/`) + textAt(head, 0, 100)).replace(/^(?:\.?\/)+/, '')
    // "x" and "L" give the next file's name where it is long
    long = kind === 'L' ? textAt(body, 0, body.length) : kind === 'x' ? paxPath(body) : null
    if (kind === '0' || kind === '\0' || kind === '7') files.set(path, body)
    else if (!/^[5xgLK]$/.test(kind)) unread.push({ path, why: 'link', says: 'is a link in an archive: not followed' })
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return { files, unread }
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
