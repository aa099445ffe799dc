import { fnv, PRIME, SEED } from '../../text/hash.ts'
import { isDigit, isSmall, isUnspaced } from '../../text/scripts.ts'
/** What a passage is read as: words of scripts that put spaces between them, single characters of those that do not. */
export interface Tokens {
  readonly count: number
  /** a hash of the word in lower case; all numbers are alike but for their length */
  readonly hashes: Uint32Array
  /** where it stands in the text */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** 1 where it is a character of a script without spaces */
  readonly alone: Uint8Array
}

/** Mixes a number into a hash; a 32-bit number that is no sum of its parts. */
export const mixIn = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const NUMBER = fnv('#')

/** Letters of all alphabets below the scripts without spaces, roughly: what is no punctuation there is one. */
const isLetter = (code: number): boolean =>
  isSmall(code) ||
  (code >= 0xc0 && code <= 0x1fff && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0xa960 && code <= 0xabff)

const isMoney = (code: number): boolean => code === 36 || code === 163 || code === 165 || code === 0x20ac

/** The tokens of a text in lower case between two offsets. */
export const tokensOf = (text: string, start: number, end: number): Tokens => {
  const room = end - start
  const hashes = new Uint32Array(room)
  const from = new Uint32Array(room)
  const to = new Uint32Array(room)
  const alone = new Uint8Array(room)
  let count = 0
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    const begin = at++
    let hash = Math.imul(SEED ^ code, PRIME)
    if (isLetter(code)) {
      for (; at < end; at++) {
        let next = text.charCodeAt(at)
        if (next === 0x2019) next = 39
        if (!isLetter(next) && !(next === 39 && isLetter(text.charCodeAt(at + 1)))) break
        hash = Math.imul(hash ^ next, PRIME)
      }
    } else if (isDigit(code)) {
      while (at < end && (isDigit(text.charCodeAt(at)) || isInNumber(text, at))) at++
      hash = at - begin > 4 ? mixIn(NUMBER, 5) : mixIn(NUMBER, at - begin > 2 ? 3 : 1)
    } else if (isUnspaced(code)) alone[count] = 1
    else if (!isMoney(code)) continue
    hashes[count] = hash >>> 0
    from[count] = begin
    to[count] = at
    count++
  }
  return { count, hashes, from, to, alone }
}

/** a comma or a point between two digits */
const isInNumber = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return (code === 44 || code === 46) && isDigit(text.charCodeAt(at + 1))
}
