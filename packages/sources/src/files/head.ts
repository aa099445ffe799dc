import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { notFound, unreadable } from '@unwash/core/error'
import { entryAt, foundAt, giveWay } from './disk.ts'

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

/** What is said of a file that is not there, and of one that is too large: what is wrong, and what to do. */
interface Wanting {
  readonly none: readonly [what: string, todo: string]
  readonly large: readonly [what: string, todo: string]
}

/** The whole of a text on disk. Throws an UnwashError where it is not there, too large, or may not be read. */
export async function readText(path: string, most: number, { none, large }: Wanting): Promise<string> {
  const found = foundAt(path)
  if (!found?.isFile()) throw notFound(none[0], path, none[1])
  if (found.size > most) throw unreadable(large[0], path, large[1])
  const { bytes } = await readHead(path, most).catch((cause: unknown) => {
    throw unreadable('no permission to read', path, 'make the file readable, and no link', cause)
  })
  return new TextDecoder().decode(bytes)
}
