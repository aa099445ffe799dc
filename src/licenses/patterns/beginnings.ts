import { lettersOf } from './letters.ts'
import { beginningsOf } from './needs.ts'

/** letters of a word by which a beginning is known; a shorter one is a whole word */
const LOOKED_AT = 3
/** more slots than words in any list of beginnings */
const SLOTS = 1 << 12
const slot = (hash: number): number => (hash ^ (hash >>> 12)) & (SLOTS - 1)

/**
 * A search for patterns that each begin with a spelled-out word, in lower-case text: the words are looked up first, so
 * that a long pattern is not tried at every letter, and of its alternatives only those that begin with the word. Of
 * patterns that match at the same word the first counts; its group in the match has the pattern's number, from 1.
 */
export const searchFor = (patterns: readonly RegExp[]): ((text: string) => readonly RegExpExecArray[]) => {
  /** by slot, of each pattern the alternatives that begin with a word that falls there */
  const sources = new Map<number, string[][]>()
  /** whether there are some, and the same made ready when first needed */
  const begins = new Uint8Array(SLOTS)
  const ready: RegExp[] = []
  for (const [number, pattern] of patterns.entries()) {
    for (const alternative of alternativesOf(pattern.source)) {
      const words = beginningsOf({ source: headOf(alternative) }, { atWords: true })
      if (words === null || words.some(({ word, whole: alone }) => word.length < LOOKED_AT && !alone))
        throw new Error(`a pattern does not begin with words that can be looked up: ${alternative.slice(0, 40)}`)
      for (const at of new Set(words.map(({ word }) => slotOf(word)))) {
        const its = sources.get(at) ?? patterns.map(() => [])
        its[number]?.push(alternative)
        sources.set(at, its)
        begins[at] = 1
      }
    }
  }
  const readyAt = (at: number): RegExp => {
    const made = new RegExp((sources.get(at) ?? []).map(its => `(${its.join('|') || NEVER})`).join('|'), 'y')
    ready[at] = made
    return made
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
      const its = slot(hash)
      if (at === start || begins[its] === 0) continue
      const whole = ready[its] ?? readyAt(its)
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

/** what matches nothing */
const NEVER = '(?!)'

const slotOf = (word: string): number => {
  let hash = 0
  for (let at = 0; at < Math.min(word.length, LOOKED_AT); at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
  return slot(hash)
}

/** A pattern up to a space that stands in any match: what it begins with stands there. */
const headOf = (source: string): string => {
  let depth = 0
  for (const { 0: part, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]| (?![?*+{])/g)) {
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (part === ' ' && depth === 0) return source.slice(0, index + 1)
  }
  return source
}

/** The alternatives of a pattern that are in none of its groups. */
const alternativesOf = (source: string): readonly string[] => {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: part, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/g)) {
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (part === '|' && depth === 0) {
      found.push(source.slice(from, index))
      from = index + 1
    }
  }
  return [...found, source.slice(from)]
}

/** the letters, digits and underscore of a pattern's \w, in lower case */
const IN_WORDS = Uint8Array.from({ length: 256 }, (_, code) => (/[a-z0-9_]/.test(String.fromCharCode(code)) ? 1 : 0))
