import { invalid } from '../../error.ts'
import { KIND, writeReadings } from '../../readings/read.ts'
import type { Reading } from '../../report/question.ts'
import { foundAt } from '../../sources/files/disk.ts'
import { readSmall } from '../../sources/files/head.ts'
import { writeGiven } from '../../sources/files/whole.ts'

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
