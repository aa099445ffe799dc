import { POINTER_BYTES } from '@unwash/core/release/limits'

const SAYS_SO = 'version https://git-lfs.github.com/spec/'

/** The file that a pointer stands for. */
export interface Pointer {
  readonly size: number
  readonly sha256: string | null
}

/** Reads a Git LFS pointer: which file it stands for, or null when this is no pointer. */
export function readPointer(bytes: Uint8Array): Pointer | null {
  if (bytes.length > POINTER_BYTES || bytes.length < SAYS_SO.length) return null
  const text = String.fromCharCode(...bytes)
  if (!text.startsWith(SAYS_SO)) return null
  const size = Number(/^size (\d{1,15})\r?$/m.exec(text)?.[1] ?? Number.NaN)
  const sha256 = /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text)?.[1] ?? null
  return Number.isSafeInteger(size) ? { size, sha256 } : null
}
