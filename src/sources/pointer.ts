import { POINTER_BYTES } from './limits.ts'

const SAYS_SO = 'version https://git-lfs.github.com/spec/'

/** Reads a Git LFS pointer: the bytes of the file it stands for, or null when this is no pointer. */
export function readPointer(bytes: Uint8Array): { readonly size: number } | null {
  if (bytes.length > POINTER_BYTES || bytes.length < SAYS_SO.length) return null
  const text = String.fromCharCode(...bytes)
  if (!text.startsWith(SAYS_SO)) return null
  const size = Number(/^size (\d{1,15})\r?$/m.exec(text)?.[1] ?? Number.NaN)
  return Number.isSafeInteger(size) ? { size } : null
}
