import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { roomOr, UnwashError } from '../error.ts'
import { writeWhole } from '../files/whole.ts'
import { readHead } from '../head.ts'
import { EVIDENCE_BYTES, SIGNOFF_BYTES } from '../limits.ts'
import type { Release } from '../release.ts'
import { sizeInWords } from '../size.ts'
import type { OpenOptions, Source } from '../source.ts'
import { type Evidence, KIND, Parts, SCHEMA_VERSION } from './format.ts'
import { hashesOf, sha256 } from './hash.ts'
import { partsOf, releaseOf, type Saving } from './parts.ts'
import { isEvidence, readEvidence } from './read.ts'

/** The `signoff.yml` beside saved evidence; null where there is none, or the release was read from its own place. */
export async function signoffsBeside(target: string, release: Release): Promise<string | null> {
  if (release.readOn === undefined) return null
  const path = join(dirname(target), 'signoff.yml')
  return (await stat(path).catch(() => null))?.isFile() ? path : null
}

/** The text of a file of sign-offs. Throws an UnwashError where it cannot be read. */
export async function signoffText(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) throw new UnwashError('no file of sign-offs', path, 'give a signoff.yml')
  if (found.size > SIGNOFF_BYTES) throw new UnwashError('too large for sign-offs:', path, 'sign off in several files')
  const read = await readHead(path, SIGNOFF_BYTES).catch((cause: unknown) => {
    throw new UnwashError('no permission to read', path, 'make the file readable, and no link', { cause })
  })
  return new TextDecoder().decode(read.bytes)
}

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
    throw new UnwashError('the evidence is too large to save as', path, `it would be more than ${most}`)
  }
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) throw new UnwashError('a folder is at', path, 'name a file for the evidence')
  if (there !== null && !(await isEvidence(path))) {
    throw new UnwashError('a file that is no evidence is at', path, 'name another, or remove it first')
  }
  await writeWhole(path, bytes).catch((cause: unknown) => {
    throw new UnwashError(
      'the evidence cannot be written to',
      path,
      roomOr(cause, `make ${dirname(path)} a folder to write in`),
      {
        cause,
      },
    )
  })
}

export { Evidence, evidenceSchema } from './format.ts'
export { releaseOf } from './parts.ts'
export { checkIsEvidence } from './read.ts'

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
