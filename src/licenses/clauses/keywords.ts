import type { ClauseKind } from '../clause.ts'

/** Which of some clause kinds have a key word in a text: one bit per kind, 32 to a number. */
export type KindBits = Int32Array

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
  const width = Math.ceil(kinds.length / 32)
  const { hashes, rows, bits } = wordTable(kinds, width)
  const han = chineseWords(kinds)
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
        for (const { word, kind } of han.get(code) ?? []) {
          if (lower.startsWith(word, at)) found[kind >> 5] = (found[kind >> 5] ?? 0) | (1 << (kind & 31))
        }
      }
    }
  }
}

const NOT_LATIN = /[^\x20-\x7e]/

const slotOf = (hashes: Int32Array, hash: number): number => {
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

/** Latin key words by their hash, with a row of kind bits each; the complement of a hash stands for a whole word. */
const wordTable = (kinds: readonly ClauseKind[], width: number) => {
  const hashes = new Int32Array(SLOTS)
  const rows = new Int32Array(SLOTS)
  const bits: number[] = []
  kinds.forEach((kind, index) => {
    for (const keyword of kind.keywords) {
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
      const at = (rows[slot] ?? 0) + (index >> 5)
      bits[at] = (bits[at] ?? 0) | (1 << (index & 31))
    }
  })
  return { hashes, rows, bits: Int32Array.from(bits) }
}

/** Chinese key words by their first character. */
const chineseWords = (kinds: readonly ClauseKind[]): ReadonlyMap<number, readonly { word: string; kind: number }[]> => {
  const han = new Map<number, { word: string; kind: number }[]>()
  kinds.forEach((kind, index) => {
    for (const word of kind.keywords) {
      if (!NOT_LATIN.test(word)) continue
      const first = word.charCodeAt(0)
      han.set(first, [...(han.get(first) ?? []), { word, kind: index }])
    }
  })
  return han
}
