import { stat } from 'node:fs/promises'
import { UnwashError } from '../../error.ts'
import { KIND, writeReadings } from '../../readings/read.ts'
import type { Reading } from '../../report/question.ts'
import { readSmall } from '../../sources/files/head.ts'
import { writeWhole } from '../../sources/files/whole.ts'

/**
 * Keeps readings in a file, all of them anew. Throws an UnwashError where it cannot be written, or would replace a file
 * that holds something else.
 */
export async function keepReadings(path: string, readings: readonly Reading[], release: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there !== null && !(await readSmall(path, 64))?.includes(KIND))
    throw new UnwashError('a file that unwash wrote no readings to is at', path, 'name another', 'invalid')
  await writeWhole(path, writeReadings(readings, release)).catch((cause: unknown) => {
    throw new UnwashError(
      'the readings cannot be written to',
      path,
      'name a file in a folder to write in',
      'unreadable',
      cause,
    )
  })
}
