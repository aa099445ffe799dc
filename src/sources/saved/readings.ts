import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UnwashError } from '../../error.ts'
import { readHead } from '../files/head.ts'
import { READINGS_BYTES } from '../limits.ts'
import type { Release } from '../release.ts'

/** what a file beside saved evidence is called, the first that is there */
const BESIDE = ['readings.yml', 'readings.json', 'signoff.yml']

/** The file of readings beside saved evidence; null where there is none, or the release was read from its own place. */
export async function readingsBeside(target: string, release: Release): Promise<string | null> {
  if (release.readOn === undefined) return null
  for (const name of BESIDE) {
    const path = join(dirname(target), name)
    if ((await stat(path).catch(() => null))?.isFile()) return path
  }
  return null
}

/** The text of a file of readings. Throws an UnwashError where it cannot be read. */
export async function readingsText(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) throw new UnwashError('no file of readings', path, 'give a readings.yml', 'not-found')
  if (found.size > READINGS_BYTES)
    throw new UnwashError('too large for readings:', path, 'read in several files', 'unreadable')
  const read = await readHead(path, READINGS_BYTES).catch((cause: unknown) => {
    throw new UnwashError('no permission to read', path, 'make the file readable, and no link', 'unreadable', cause)
  })
  return new TextDecoder().decode(read.bytes)
}
