import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { roomOr, UnwashError } from '../../error.ts'
import { sizeInWords } from '../files/size.ts'
import { writeWhole } from '../files/whole.ts'
import { EVIDENCE_BYTES } from '../limits.ts'
import type { Release } from '../release.ts'
import { isEvidence } from './begins.ts'
import { type Evidence, Parts, SCHEMA_VERSION } from './format.ts'
import { hashesOf, sha256 } from './hash.ts'
import { KIND } from './kind.ts'
import { partsOf, type Saving } from './parts.ts'

/** A release as it was read, as an evidence file has it. */
export function evidenceOf(release: Release, saving: Saving): Evidence {
  // by the schema: what it reads it takes in the same order, and the hashes are over that
  const parts = Parts.parse(partsOf(release, saving, sha256))
  return { kind: KIND, schemaVersion: SCHEMA_VERSION, sha256: hashesOf(parts), ...parts }
}

/**
 * Saves a release as it was read, so that it can be judged again. The file is there whole or not at all.
 * Throws an UnwashError where it cannot be written, or would replace a file that is no evidence.
 */
export async function saveEvidence(path: string, release: Release, saving: Saving): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(evidenceOf(release, saving), null, 1)}\n`, 'utf8')
  if (bytes.length > EVIDENCE_BYTES) {
    const most = sizeInWords(EVIDENCE_BYTES)
    throw new UnwashError('the evidence is too large to save as', path, `it would be more than ${most}`, 'unreadable')
  }
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) throw new UnwashError('a folder is at', path, 'name a file for the evidence', 'invalid')
  if (there !== null && !(await isEvidence(path))) {
    throw new UnwashError('a file that is no evidence is at', path, 'name another, or remove it first', 'invalid')
  }
  await writeWhole(path, bytes).catch((cause: unknown) => {
    throw new UnwashError(
      'the evidence cannot be written to',
      path,
      roomOr(cause, `make ${dirname(path)} a folder to write in`),
      'unreadable',
      cause,
    )
  })
}

export { Evidence, evidenceSchema } from './format.ts'
export { releaseOf } from './parts.ts'
