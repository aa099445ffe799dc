import { createHash } from 'node:crypto'
import type { Evidence, Parts } from './format.ts'

/** The SHA-256 of a text as UTF-8, in hexadecimal digits. */
export const sha256 = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex')

/** The hash of each part. That of the texts is over their own hashes, so that a text that was changed can be named. */
export function hashesOf({
  release,
  files,
  headers,
  unread,
  notes,
  texts,
  signoffs,
  readings,
  linked,
}: Parts): Evidence['sha256'] {
  const of = (part: object) => sha256(JSON.stringify(part))
  return {
    release: of(release),
    files: of(files),
    headers: of(headers),
    ...(unread ? { unread: of(unread) } : {}),
    notes: of(notes),
    texts: of(texts.map(({ content: _, ...text }) => text)),
    signoffs: of(signoffs),
    ...(readings ? { readings: of(readings) } : {}),
    ...(linked ? { linked: of(linked) } : {}),
  }
}
