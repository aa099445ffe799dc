import { mix, PRIME, SEED } from '../../../text/hash.ts'
import { isUnspaced } from '../../../text/scripts.ts'
import { bindsHolder } from './binding.ts'
import { bulletEnd, entityEnd, fenceEnd, LOWER, linkEnd, namesHolder, parenthesisEnd, tagEnd } from './markup.ts'
import { canonical } from './spelling.ts'
import { hashWord } from './word.ts'

/**
 * A text as the words that count: SPDX license list matching guidelines on tokens. Case, punctuation, wrapping,
 * markup, list markers, lines that name a copyright holder and "all rights reserved" do not count.
 */
export interface HashedWords {
  /** the hash of each word, in order; one for each Chinese, Japanese or Korean character */
  readonly hashes: Uint32Array
  /** the byte at which each begins */
  readonly starts: Uint32Array
}

const HTTP = hashWord('http')
const HTTPS = hashWord('https')
const ALL = hashWord('all')
const RIGHTS = hashWord('rights')
const RESERVED = hashWord('reserved')

/** `non-` and `sub-` are written with and without a hyphen, also over the end of a line */
const PREFIXES = new Set(
  ['non', 'sub'].map(word => [...word].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), PRIME), SEED)),
)

/** a longer line that begins with a copyright notice holds more than the notice, e.g. a license on one line */
const LONGEST_NOTICE = 24

const isIdeograph = (point: number): boolean =>
  (point >= 0x2e80 && point < 0x3000) || (point > 0x30ff && point < 0x3400) || isUnspaced(point) || point >= 0x20000

const isLetter = (point: number): boolean =>
  point >= 0xc0 &&
  point !== 0xd7 &&
  point !== 0xf7 &&
  (point < 0x2000 || point >= 0xfb00) &&
  !(point >= 0xfe00 && point < 0xff10)

/** soft hyphen, zero-width space and joiners, byte order mark: no word ends at them */
const isInvisible = (point: number): boolean =>
  point === 0xad || (point >= 0x200b && point <= 0x200d) || point === 0x2060 || point === 0xfeff

/** Reads UTF-8 (a byte that is not, separates words) in one pass. */
export function tokenize(bytes: Uint8Array): HashedWords {
  const size = bytes.length
  const hashes = new Uint32Array((size >> 1) + 1)
  const starts = new Uint32Array((size >> 1) + 1)
  let count = 0
  let hash = SEED
  let length = 0
  let start = 0
  let lineStart = true
  let sentence = true
  let line = 0
  let notice = false

  const end = (): void => {
    const word = canonical(mix(hash))
    hash = SEED
    length = 0
    if (word === HTTP || word === HTTPS) return
    if (word === RESERVED && count > 1 && hashes[count - 1] === RIGHTS && hashes[count - 2] === ALL) {
      count -= 2
      line = Math.min(line, count)
      return
    }
    starts[count] = start
    hashes[count++] = word
  }
  const endLine = (): void => {
    if (notice && count - line <= LONGEST_NOTICE && !bindsHolder(hashes, line, count)) count = line
    notice = false
    line = count
  }

  for (let i = 0; i < size; i++) {
    const byte = bytes[i]!
    const lower = LOWER[byte]!
    if (lower !== 0) {
      if (length === 0) {
        if (lineStart || sentence) {
          if (lineStart && lower === 99) notice = namesHolder(bytes, i)
          const after = bulletEnd(bytes, i, sentence)
          lineStart = false
          sentence = false
          if (after > 0) {
            i = after - 1
            continue
          }
        }
        start = i
      }
      // most of a text is the letters of words: they are read without looking at anything else
      let word = hash
      let letter = lower
      const from = i
      do {
        word = Math.imul(word ^ letter, PRIME)
        letter = ++i < size ? LOWER[bytes[i]!]! : 0
      } while (letter > 0)
      hash = word
      length += i - from
      i--
      continue
    }
    if (byte === 32) {
      if (length > 0) end()
      continue
    }
    if (byte >= 0x80) {
      const point = codePoint(bytes, i)
      if (lineStart && point === 0xa9) notice = namesHolder(bytes, i)
      if (isIdeograph(point)) {
        if (length > 0) end()
        start = i
        hash = Math.imul(SEED ^ point, PRIME)
        end()
        lineStart = false
        sentence = false
      } else if (isLetter(point)) {
        if (length === 0) start = i
        const plain = point >= 0xff10 && point <= 0xff5a ? point - 0xfee0 : point
        hash = Math.imul(hash ^ String.fromCodePoint(plain).toLowerCase().codePointAt(0)!, PRIME)
        length++
        lineStart = false
        sentence = false
      } else if (length > 0 && !isInvisible(point)) end()
      i += point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
      continue
    }
    if (length > 0) {
      if (byte === 45 && length === 3 && PREFIXES.has(hash)) {
        const next = nextWord(bytes, i + 1)
        if (next > 0) {
          i = next - 1
          continue
        }
      }
      end()
    }
    if (byte === 10) {
      endLine()
      if (lineStart) sentence = true
      lineStart = true
    } else if (byte === 46 || byte === 58 || byte === 59 || byte === 33 || byte === 63) sentence = true
    else if (byte === 60) i = Math.max(i, tagEnd(bytes, i))
    else if (byte === 93) i = Math.max(i, linkEnd(bytes, i))
    else if (byte === 38) i = Math.max(i, entityEnd(bytes, i))
    else if (byte === 40) {
      if (lineStart) notice = namesHolder(bytes, i)
      const close = parenthesisEnd(bytes, i)
      if (close > 0) {
        i = close
        lineStart = false
      }
    } else if (byte === 96 && lineStart) i = Math.max(i, fenceEnd(bytes, i))
  }
  if (length > 0) end()
  endLine()
  return { hashes: hashes.subarray(0, count), starts: starts.subarray(0, count) }
}

/** the other half of a word stands at most a deep indent away */
const FARTHEST_HALF = 40

/** The offset of the word that follows after nothing but blanks; -1 when none does. */
function nextWord(bytes: Uint8Array, at: number): number {
  let i = at
  const limit = Math.min(bytes.length, at + FARTHEST_HALF)
  while (i < limit && (bytes[i] === 32 || bytes[i] === 9 || bytes[i] === 13 || bytes[i] === 10)) i++
  return LOWER[bytes[i] ?? 0] === 0 ? -1 : i
}

/** The code point that begins here; 0, which is no letter, for a byte that is not UTF-8. */
function codePoint(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
  if (width === 1 || at + width > bytes.length) return 0
  let point = lead & (0xff >> (width + 1))
  for (let i = 1; i < width; i++) {
    const next = bytes[at + i]!
    if ((next & 0xc0) !== 0x80) return 0
    point = (point << 6) | (next & 0x3f)
  }
  const shortest = width === 2 ? 0x80 : width === 3 ? 0x800 : 0x10000
  return point < shortest || point > 0x10ffff ? 0 : point
}
