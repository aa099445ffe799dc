import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { entryAt, giveWay } from './disk.ts'

/**
 * Reads the first bytes of a file on disk, and its size. Never follows a link and never waits on a pipe.
 * Throws the system's error, or an `Error` for what is no file.
 */
export async function readHead(path: string, bytes: number): Promise<{ bytes: Uint8Array; size: number }> {
  await giveWay()
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const found = fstatSync(file)
    if (!found.isFile()) throw new Error('it is no file')
    const buffer = new Uint8Array(Math.min(bytes, found.size))
    let at = 0
    while (at < buffer.length) {
      const bytesRead = readSync(file, buffer, at, buffer.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return { bytes: buffer.subarray(0, at), size: found.size }
  } finally {
    closeSync(file)
  }
}

/** Reads a small text on disk, or its beginning; null when there is none. */
export async function readSmall(path: string, bytes = 64 * 1024): Promise<string | null> {
  // most that are asked for are not there, and an error takes longer than a look
  if (entryAt(path) === null) return null
  const read = await readHead(path, bytes).catch(() => null)
  return read === null ? null : new TextDecoder().decode(read.bytes)
}
