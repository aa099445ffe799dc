import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roomOr, unreadable } from '@unwash/core/error'

/**
 * Writes beside the place and moves there, so that nobody ever reads half of it, and a link that stands there is
 * replaced and not written through. Throws the system's error.
 */
export async function writeWhole(path: string, content: Uint8Array | string, mode?: number): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** The same for a place that somebody gave: throws an UnwashError that says what to do. */
export const writeGiven = (path: string, content: Uint8Array | string, what: string, todo: string): Promise<void> =>
  writeWhole(path, content).catch((cause: unknown) => {
    throw unreadable(what, path, roomOr(cause, todo), cause)
  })

/** Makes a folder of its own for as long as `use` takes. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'unwash-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
