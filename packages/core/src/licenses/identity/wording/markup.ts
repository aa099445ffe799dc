import { wordsOfTag } from '../../../text/markup.ts'
import { isDigit } from '../../../text/scripts.ts'

/** What a text wears and does not say: tags, entities, list markers, the line that names the copyright holder. */

const SPACE = 32
const TAB = 9
const NEWLINE = 10
const RETURN = 13

/** Letters and digits, by byte, to their lower case; 0 for every other byte. */
export const LOWER = new Uint8Array(256)
for (let digit = 48; digit < 58; digit++) LOWER[digit] = digit
for (let letter = 97; letter < 123; letter++) {
  LOWER[letter] = letter
  LOWER[letter - 32] = letter
}

const TAGS = new Set(
  (
    'a b blockquote body br center code dd div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i img li meta ol p pre ' +
    'small span strong sub summary sup table tbody td th thead title tr tt u ul details'
  ).split(' '),
)

/** longer than the attributes of a link in any license page; ends the search in a text with a stray `<` */
const LONGEST_TAG = 300

const isBlank = (byte: number | undefined): boolean =>
  byte === undefined || byte === SPACE || byte === TAB || byte === NEWLINE || byte === RETURN

/** The offset of the `>` of the HTML tag that begins here and says nothing by itself, or -1; `<year>` is none. */
export function tagEnd(bytes: Uint8Array, at: number): number {
  let i = at + 1
  if (bytes[i] === 47) i++
  let name = ''
  while (name.length < 11 && LOWER[bytes[i] ?? 0] !== 0) name += String.fromCharCode(LOWER[bytes[i++]!]!)
  if (!TAGS.has(name)) return -1
  const limit = Math.min(bytes.length, at + LONGEST_TAG)
  while (i < limit && bytes[i] !== 62 && bytes[i] !== 60) i++
  if (bytes[i] !== 62) return -1
  return wordsOfTag(new TextDecoder().decode(bytes.subarray(at, i + 1))) === '' ? i : -1
}

/** The offset of the `)` of the target of a Markdown link, whose `]` stands here, or -1. */
export function linkEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 40) return -1
  const limit = Math.min(bytes.length, at + LONGEST_TAG)
  let i = at + 2
  while (i < limit && bytes[i] !== 41 && !isBlank(bytes[i])) i++
  return bytes[i] === 41 ? i : -1
}

/** Character references that stand for a mark or a space; a letter written as one is left to break its word. */
const ENTITIES = new Set(
  (
    '#160 #169 #34 #38 #39 amp apos bull copy gt hellip laquo ldquo lsquo lt mdash middot nbsp ndash quot ' +
    'raquo rdquo reg rsquo sect trade'
  ).split(' '),
)

/** The offset of the `;` of the character reference that begins here, or -1. */
export function entityEnd(bytes: Uint8Array, at: number): number {
  let name = ''
  let i = at + 1
  while (name.length < 8 && (LOWER[bytes[i] ?? 0] !== 0 || bytes[i] === 35)) name += String.fromCharCode(bytes[i++]!)
  return bytes[i] === 59 && ENTITIES.has(name) ? i : -1
}

/** what a fenced license is said to be written in; any other word behind the fence counts */
const FENCES = new Set(['', 'license', 'markdown', 'md', 'none', 'plain', 'plaintext', 'text', 'txt'])

/** The offset of the last byte of a code fence and its language, "```text", that begins here, or -1. */
export function fenceEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 96 || bytes[at + 2] !== 96) return -1
  let language = ''
  let i = at + 3
  while (language.length < 10 && LOWER[bytes[i] ?? 0] !== 0) language += String.fromCharCode(LOWER[bytes[i++]!]!)
  return FENCES.has(language) && isBlank(bytes[i]) ? i - 1 : -1
}

/** `i`, `v` and `x`, of which small Roman numbers are made. */
const isRoman = (byte: number): boolean => byte === 105 || byte === 118 || byte === 120

/** The offset after a letter, a number of up to two digits or a small Roman number; `at` itself when there is none. */
function markerEnd(bytes: Uint8Array, at: number): number {
  const first = LOWER[bytes[at] ?? 0]!
  if (first === 0) return at
  if (isDigit(first)) return isDigit(bytes[at + 1]) ? at + 2 : at + 1
  let i = at + 1
  if (isRoman(first)) while (i < at + 4 && isRoman(LOWER[bytes[i] ?? 0]!)) i++
  return i
}

/** The offset of the `)` of a list marker in parentheses such as `(a)`, `(iv)` or `(2)`, or -1; `(c)` is one too. */
export function parenthesisEnd(bytes: Uint8Array, at: number): number {
  const end = markerEnd(bytes, at + 1)
  return end > at + 1 && bytes[end] === 41 ? end : -1
}

/** The offset after a list marker such as `1.`, `a)` or, where a sentence begins, `2.3`; or -1. */
export function bulletEnd(bytes: Uint8Array, at: number, sentence: boolean): number {
  const end = markerEnd(bytes, at)
  if (end === at) return -1
  const stop = bytes[end]
  if (stop !== 46 && stop !== 41) return -1
  if (isBlank(bytes[end + 1])) return end + 1
  if (!sentence || stop !== 46 || !isDigit(bytes[at])) return -1
  let i = end
  for (let level = 0; level < 3 && bytes[i] === 46 && isDigit(bytes[i + 1]); level++) i = markerEnd(bytes, i + 1)
  if (bytes[i] === 46) i++
  return isBlank(bytes[i]) ? i : -1
}

const COPYRIGHT = 'copyright'

/** Whether a line names a copyright holder: `Copyright (c) 2024 …`, `© 2024 …`, `(C) <year> …`. */
export function namesHolder(bytes: Uint8Array, at: number): boolean {
  let i = at
  while (i < at + 9 && LOWER[bytes[i] ?? 0] === COPYRIGHT.charCodeAt(i - at)) i++
  if (i === at + 9) {
    if (LOWER[bytes[i] ?? 0] !== 0) return false
  } else if (bytes[at] === 40 && LOWER[bytes[at + 1] ?? 0] === 99 && bytes[at + 2] === 41) i = at + 3
  else if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa9) i = at + 2
  else return false
  for (const limit = Math.min(bytes.length, i + 16); i < limit && bytes[i] !== NEWLINE; i++) {
    const byte = bytes[i]!
    if ((byte === 49 || byte === 50) && isDigit(bytes[i + 1]) && isDigit(bytes[i + 2])) return true
    if (byte === 60 || byte === 91 || byte === 123 || byte === 0xa9) return true
    if (byte === 40 && LOWER[bytes[i + 1] ?? 0] === 99 && bytes[i + 2] === 41) return true
    if (LOWER[byte] === 121 && LOWER[bytes[i + 1] ?? 0] === 121 && LOWER[bytes[i + 2] ?? 0] === 121) return true
  }
  return false
}
