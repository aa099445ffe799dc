import { dirname, join } from 'node:path'
import { READINGS_BYTES } from '@unwash/core/release/limits'
import type { Release } from '@unwash/core/release/release'
import { foundAt } from '../files/disk.ts'
import { readText } from '../files/head.ts'

/** what a file beside saved evidence is called, the first that is there */
const READINGS_FILES = ['readings.yml', 'readings.json', 'signoff.yml']

/** The file of readings beside saved evidence; null where there is none, or the release was read from its own place. */
export function readingsBeside(target: string, release: Release): string | null {
  if (release.readOn === undefined) return null
  for (const name of READINGS_FILES) {
    const path = join(dirname(target), name)
    if (foundAt(path)?.isFile()) return path
  }
  return null
}

/** The text of a file of readings. Throws an UnwashError where it cannot be read. */
export const readingsText = (path: string): Promise<string> =>
  readText(path, READINGS_BYTES, {
    none: ['no file of readings', 'give a readings.yml'],
    large: ['too large for readings:', 'read in several files'],
  })
