import { invalid } from '@unwash/core/error'
import { KIND, writeReadings } from '@unwash/core/readings/read'
import type { Reading } from '@unwash/core/report/question'
import { foundAt } from '@unwash/sources/files/disk'
import { readSmall } from '@unwash/sources/files/head'
import { writeGiven } from '@unwash/sources/files/whole'

/**
 * Keeps readings in a file, all of them anew. Throws an UnwashError where it cannot be written, or would replace a file
 * that holds something else.
 */
export async function keepReadings(path: string, readings: readonly Reading[], release: string): Promise<void> {
  const there = foundAt(path)
  if (there !== null && !(await readSmall(path, 64))?.includes(KIND))
    throw invalid('a file that unwash wrote no readings to is at', path, 'name another')
  await writeGiven(path, writeReadings(readings, release), 'the readings cannot be written to', TO_WRITE_IN)
}

const TO_WRITE_IN = 'name a file in a folder to write in'
