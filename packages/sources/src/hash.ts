import { createHash } from 'node:crypto'

/** The SHA-256 of a text as UTF-8, in hexadecimal digits. */
export const sha256 = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex')

/** A commit of git, by its SHA-1. */
export const COMMIT = /^[0-9a-f]{40}$/

/** What says a SHA-256, where it is one. */
export const sha256In = (said: string | null | undefined): string | null =>
  said && /^[0-9a-f]{64}$/.test(said) ? said : null
