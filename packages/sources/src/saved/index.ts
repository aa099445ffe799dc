import type { Release } from '@unwash/core/release/release'
import { foundAt } from '../files/disk.ts'
import type { OpenOptions, Source } from '../source.ts'
import { isEvidence } from './begins.ts'

/** Evidence that was saved earlier: the release as it was read then, with the source, place and revision it had. */
export const saved: Source = { id: 'saved', accepts, open }

async function accepts(target: string): Promise<boolean> {
  const found = foundAt(target)
  return found?.isFile() === true && (await isEvidence(target))
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  options.signal?.throwIfAborted()
  const [{ releaseOf }, { readEvidence }] = await Promise.all([import('./parts.ts'), import('./read.ts')])
  return releaseOf(await readEvidence(target))
}
