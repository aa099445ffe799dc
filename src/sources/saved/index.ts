import { stat } from 'node:fs/promises'
import type { Release } from '../release.ts'
import type { OpenOptions, Source } from '../source.ts'
import { releaseOf } from './parts.ts'
import { isEvidence, readEvidence } from './read.ts'

export { Evidence, evidenceSchema } from './format.ts'
export { releaseOf } from './parts.ts'
export { checkIsEvidence } from './read.ts'
export { signoffsBeside, signoffText } from './signoffs.ts'
export { evidenceOf, saveEvidence } from './write.ts'

/** Evidence that was saved earlier: the release as it was read then, with the source, place and revision it had. */
export const saved: Source = { id: 'saved', accepts, open }

async function accepts(target: string): Promise<boolean> {
  const found = await stat(target).catch(() => null)
  return found?.isFile() === true && (await isEvidence(target))
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  options.signal?.throwIfAborted()
  return releaseOf(await readEvidence(target))
}
