import { createHash } from 'node:crypto'

/** The SHA-256 of a text as UTF-8, in hexadecimal digits. */
export const sha256 = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex')
