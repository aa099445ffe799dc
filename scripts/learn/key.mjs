// A sentence told by a short hash of its letters, so that a label can be kept without its words.
import { createHash } from 'node:crypto'

/** Spaces, punctuation and case do not count. */
export const keyOf = ({ text, lead }) =>
  createHash('sha256')
    .update(`${lead}\n${text}`.toLowerCase().replace(/[^\p{L}\p{N}\n]/gu, ''))
    .digest('hex')
    .slice(0, 8)
