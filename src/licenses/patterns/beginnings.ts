import { lettersOf } from './letters.ts'
import { beginningsOf } from './needs.ts'

/** letters of a word by which a beginning is known; a shorter one is a whole word */
const LOOKED_AT = 3
/** more slots than words in any list of beginnings */
const SLOTS = 1 << 12
const slot = (hash: number): number => (hash ^ (hash >>> 12)) & (SLOTS - 1)

/**
 * A search for patterns that each begin with a spelled-out word, in lower-case text: the words are looked up first, so
 * that a long pattern is not tried at every letter. Of patterns that match at the same word the first counts; its
 * group in the match has the pattern's number, from 1.
 */
export const searchFor = (patterns: readonly RegExp[]): ((text: string) => readonly RegExpExecArray[]) => {
  const whole = new RegExp(patterns.map(({ source }) => `(${source})`).join('|'), 'y')
  const begins = new Uint8Array(SLOTS)
  for (const pattern of patterns) {
    const words = beginningsOf(pattern, { atWords: true })
    if (words === null || words.some(({ word, whole: alone }) => word.length < LOOKED_AT && !alone))
      throw new Error(`a pattern does not begin with words that can be looked up: ${pattern.source.slice(0, 40)}`)
    for (const { word } of words) {
      let hash = 0
      for (let at = 0; at < Math.min(word.length, LOOKED_AT); at++)
        hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
      begins[slot(hash)] = 1
    }
  }
  return text => {
    const found: RegExpExecArray[] = []
    const letters = lettersOf(text)
    const { length } = text
    for (let at = 0; at < length; at++) {
      const start = at
      let hash = 0
      for (let code = letters[at] ?? 0; IN_WORDS[code] === 1 && at < length; code = letters[++at] ?? 0)
        if (at - start < LOOKED_AT) hash = (Math.imul(hash, 31) + code) | 0
      if (at === start || begins[slot(hash)] === 0) continue
      whole.lastIndex = start
      const match = whole.exec(text)
      if (match === null) continue
      found.push(match)
      const end = start + match[0].length
      if (end <= at) continue
      /* on with the next word, or past the one that the match ends in */
      at = end
      if (IN_WORDS[letters[end - 1] ?? 0] === 1) while (at < length && IN_WORDS[letters[at] ?? 0] === 1) at++
      else at--
    }
    return found
  }
}

/** the letters, digits and underscore of a pattern's \w, in lower case */
const IN_WORDS = Uint8Array.from({ length: 256 }, (_, code) => (/[a-z0-9_]/.test(String.fromCharCode(code)) ? 1 : 0))
