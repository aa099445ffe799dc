import type { ClauseKind } from '../clause.ts'

/**
 * Which of some clause kinds have a key word in a text: one bit per kind, 32 to a number; then, after as many numbers
 * again, which have one of the words they also ask for.
 */
export type KindBits = Int32Array

/** What is known of every text before it is read: a kind that asks for no further words has them. */
export const noneFound = (kinds: readonly ClauseKind[]): KindBits => {
  const width = widthOf(kinds)
  const bits = new Int32Array(2 * width)
  kinds.forEach((kind, index) => {
    if (kind.also === undefined) set(bits, 32 * width + index)
  })
  return bits
}

/** a few times more slots than key words, so that most look-ups end at once */
const SLOTS = 1 << 14
/** so short a key word must be a whole word: "eu" is not in "europe", "use" not in "user" */
const WHOLE_WORD = 3

/**
 * One pass over a text that finds the key words of all kinds at once. A Latin key word matches where a word of the
 * text starts with it ("weapon" finds "weapons"), one of three letters or fewer only as a whole word; of several words
 * or hyphened parts the longest counts. A Chinese key word matches anywhere.
 */
export const keywordPass = (kinds: readonly ClauseKind[]): ((lower: string, found: KindBits) => void) => {
  const width = 2 * widthOf(kinds)
  const words = wordsOf(kinds)
  const { hashes, rows, bits } = wordTable(words, width)
  const han = chineseWords(words)
  const add = (hash: number, found: KindBits): void => {
    const slot = slotOf(hashes, hash)
    if (hashes[slot] === 0) return
    const row = rows[slot] ?? 0
    for (let i = 0; i < width; i++) found[i] = (found[i] ?? 0) | (bits[row + i] ?? 0)
  }
  return (lower, found) => {
    let hash = 0
    for (let at = 0; at <= lower.length; at++) {
      const code = lower.charCodeAt(at)
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
        hash = (Math.imul(hash, 31) + code) | 0
        if (hashes[(hash ^ (hash >>> 15)) & (SLOTS - 1)] !== 0) add(hash, found)
        continue
      }
      if (hash !== 0) add(~hash, found)
      hash = 0
      if (code > 0x7f) {
        for (const { word, bit } of han.get(code) ?? []) if (lower.startsWith(word, at)) set(found, bit)
      }
    }
  }
}

const NOT_LATIN = /[^\x20-\x7e]/

const widthOf = (kinds: readonly ClauseKind[]): number => Math.ceil(kinds.length / 32)

const set = (bits: KindBits, bit: number): void => {
  bits[bit >> 5] = (bits[bit >> 5] ?? 0) | (1 << (bit & 31))
}

/** A word and the bit that it sets. */
interface Keyword {
  readonly word: string
  readonly bit: number
}

const wordsOf = (kinds: readonly ClauseKind[]): readonly Keyword[] =>
  kinds.flatMap(({ keywords, also = [] }, index) => [
    ...keywords.map(word => ({ word, bit: index })),
    ...also.map(word => ({ word, bit: 32 * widthOf(kinds) + index })),
  ])

const slotOf = (hashes: Int32Array, hash: number): number => {
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

/** Latin key words by their hash, with a row of bits each; the complement of a hash stands for a whole word. */
const wordTable = (words: readonly Keyword[], width: number) => {
  const hashes = new Int32Array(SLOTS)
  const rows = new Int32Array(SLOTS)
  const bits: number[] = []
  for (const { word: keyword, bit } of words) {
    if (NOT_LATIN.test(keyword)) continue
    const word = keyword
      .split(/[^a-z0-9]+/)
      .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    if (word === '') continue
    let hash = 0
    for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
    if (word.length <= WHOLE_WORD) hash = ~hash
    const slot = slotOf(hashes, hash)
    if (hashes[slot] === 0) {
      hashes[slot] = hash
      rows[slot] = bits.length
      for (let i = 0; i < width; i++) bits.push(0)
    }
    const at = (rows[slot] ?? 0) + (bit >> 5)
    bits[at] = (bits[at] ?? 0) | (1 << (bit & 31))
  }
  return { hashes, rows, bits: Int32Array.from(bits) }
}

/** Chinese key words by their first character. */
const chineseWords = (words: readonly Keyword[]): ReadonlyMap<number, readonly Keyword[]> => {
  const han = new Map<number, Keyword[]>()
  for (const keyword of words) {
    if (!NOT_LATIN.test(keyword.word)) continue
    const first = keyword.word.charCodeAt(0)
    han.set(first, [...(han.get(first) ?? []), keyword])
  }
  return han
}
