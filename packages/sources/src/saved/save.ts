import { dirname } from 'node:path'
import { invalid, unreadable } from '@unwash/core/error'
import { KIND } from '@unwash/core/release/kind'
import { EVIDENCE_BYTES } from '@unwash/core/release/limits'
import type { LinkedPlace, Release } from '@unwash/core/release/release'
import { Parts, SavedEvidence, SCHEMA_VERSION } from '@unwash/core/release/saved'
import { foundAt } from '../files/disk.ts'
import { sizeInWords } from '../files/size.ts'
import { writeGiven } from '../files/whole.ts'
import { sha256 } from '../hash.ts'
import { isEvidence } from './begins.ts'

/** Which versions saved it, and the day. */
export interface Saving {
  readonly version: string
  readonly knowledge: string
  readonly readOn: string
}

/** A place in the parts of an evidence file; a field that a release gains is saved too, or its schema refuses it. */
function placeParts(release: Release, { version: unwash, knowledge, readOn: today }: Saving) {
  const { texts, headers, files, unread, notes, readOn = today, ...more } = release
  // told apart, but for the accounts, which its texts show
  const { accounts: _, signoffs: __, readings: ___, linked: ____, ...about } = more
  return {
    release: { ...about, readOn, unwash, knowledge },
    files,
    // pairs: a key may have any name
    headers: headers.map(header => ({ ...header, metadata: Object.entries(header.metadata) })),
    ...(unread ? { unread } : {}),
    notes,
    texts: [...texts.values()].map(text => ({ ...text, sha256: sha256(text.content) })),
  }
}

/** A linked place in the parts of an evidence file. */
export const linkedParts = ({ release, ...place }: LinkedPlace, saving: Saving) => ({
  ...place,
  ...placeParts(release, saving),
})

/** The hash of each part. That of the texts is over their own hashes, so that a text that was changed can be named. */
export function hashesOf(parts: Parts): SavedEvidence['sha256'] {
  const hashed = Object.entries({ ...parts, texts: parts.texts.map(({ content: _, ...text }) => text) })
  return SavedEvidence.shape.sha256.parse(
    Object.fromEntries(hashed.map(([part, value]) => [part, sha256(JSON.stringify(value))])),
  )
}

/** A release as it was read, as an evidence file has it. */
export function evidenceOf(release: Release, saving: Saving): SavedEvidence {
  // by the schema: what it reads it takes in the same order, and the hashes are over that
  const { signoffs = [], readings, linked = [] } = release
  const parts = Parts.parse({
    ...placeParts(release, saving),
    signoffs,
    ...(readings ? { readings } : {}),
    ...(linked.length > 0 ? { linked: linked.map(one => linkedParts(one, saving)) } : {}),
  })
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
    throw unreadable('the evidence is too large to save as', path, `it would be more than ${most}`)
  }
  const there = foundAt(path)
  if (there?.isDirectory()) throw invalid('a folder is at', path, 'name a file for the evidence')
  if (there !== null && !(await isEvidence(path))) {
    throw invalid('a file that is no evidence is at', path, 'name another, or remove it first')
  }
  await writeGiven(path, bytes, 'the evidence cannot be written to', `make ${dirname(path)} a folder to write in`)
}

export { evidenceSchema, SavedEvidence } from '@unwash/core/release/saved'
export { releaseOf } from './parts.ts'
