import { LICENSE_BYTES } from '@unwash/core/release/limits'
import type { Release, Text, UnreadFile } from '@unwash/core/release/release'
import type { WantedText } from '@unwash/core/release/wanted'
import { isShownOtherwise } from '@unwash/core/text/unicode'
import { decode } from './decode.ts'
import { readPointer } from './pointer.ts'
import { sizeInWords } from './size.ts'

/** A text, or why it is none; both where only a part of it could be read. */
export interface ReadText {
  readonly text: Text | null
  readonly unread: Omit<UnreadFile, 'path'> | null
}

/** so many letters in a row, read as Latin-1 for want of better, are another encoding, and so are broken ones */
const FOREIGN = { latin1: /[^\p{ASCII}\u2013\u2014\u2026]{4}/u, broken: /\ufffd{3}/ }
/** what switches a text of seven bits to Japanese or another script; no line begins so */
const SWITCHES = /(?![\t\n\v\f\r])\p{Cc}(?:\$[@A-D(]|\([BJI])/u

/** Decodes one text; whatever of it cannot be shown is said. */
export function decodedText(
  want: WantedText,
  bytes: Uint8Array,
  size: number,
  notes: Release['notes'][number][],
): ReadText {
  const { path } = want
  const truncated = bytes.length < size
  const decoded = decode(bytes, !truncated)
  const fails = (unread: Omit<UnreadFile, 'path'>): ReadText => {
    notes.push({ says: `${path} ${unread.says}`, path })
    return { text: null, unread }
  }
  if (startsWith(bytes, '%PDF-')) return fails({ why: 'pdf', says: 'is a PDF, not text: not read' })
  if (readPointer(bytes) !== null) return fails({ why: 'pointer', says: 'is a Git LFS pointer: its text is not here' })
  if (decoded.is === 'binary')
    return decoded.encoding === undefined
      ? fails({ why: 'binary', says: 'is binary, not text: not read' })
      : fails({ why: 'encoding', says: `is a text in ${decoded.encoding}, which is not read` })
  if (decoded.trouble !== undefined) notes.push({ says: `${path} ${decoded.trouble}`, path })
  const { content, encoding } = decoded
  const cut = truncated && !want.beginning ? cutShort(want, bytes.length, size) : null
  if (cut !== null) notes.push({ says: `${path} ${cut.says}`, path })
  return { text: { path, content, encoding, truncated }, unread: cut ?? otherwise(content, encoding, want.kind) }
}

function cutShort({ kind, limit }: WantedText, read: number, size: number): Omit<UnreadFile, 'path'> {
  // less came than was asked for and is there
  if (read < Math.min(limit, size))
    return { why: 'short', says: `is ${size} bytes by its listing, and only ${read} of them are here` }
  const than = kind === 'license' && size > LICENSE_BYTES ? ', larger than any license' : ''
  const part = sizeInWords(read)
  const whole = sizeInWords(size) === part ? `${size} bytes` : sizeInWords(size)
  return { why: 'too-large', says: `is ${whole}${than}: only its first ${part} was read` }
}

const startsWith = (bytes: Uint8Array, words: string) =>
  String.fromCharCode(...bytes.subarray(0, words.length)) === words

/** letters that no text of terms is written in */
const SIGNS = /[\u2800-\u28ff]{4}|[\ue000-\uf8ff]{4}/
/** a line of letters that stand for other ones */
const BLOCK = /^[A-Za-z0-9+/]{48,}={0,2}\r?$/gm

const isCoded = (content: string): boolean =>
  SIGNS.test(content) || (content.match(BLOCK) ?? []).some(line => /[a-z]/.test(line) && /[A-Z]/.test(line))

/** Why what a person sees of a text is not what stands in it; null where it is. */
function otherwise(
  content: string,
  encoding: Text['encoding'],
  kind: WantedText['kind'],
): Omit<UnreadFile, 'path'> | null {
  if (FOREIGN[encoding === 'latin1' ? 'latin1' : 'broken'].test(content) || SWITCHES.test(content))
    return { why: 'encoding', says: 'is in an encoding that is not known: only what is ASCII in it was read' }
  if (isShownOtherwise(content))
    return {
      why: 'encoding',
      says: 'is shown otherwise than its letters stand in it, by marks that turn or strike them',
    }
  if (kind === 'license' && isCoded(content))
    return { why: 'encoding', says: 'has a block of signs in it that stand for other letters: not read' }
  return null
}
