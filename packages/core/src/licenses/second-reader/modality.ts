import { mixIn, type Tokens } from './tokens.ts'

/** How a word is meant: what is near it says whether something is denied, forbidden, required, permitted, waived … */
export const MARKS = ['denied', 'forbidden', 'required', 'permitted', 'waived', 'only', 'unless'] as const
export type ModalMark = (typeof MARKS)[number]

/**
 * Words and phrases that mark what stands near them, by their hash: in bits, the place of the mark in `MARKS`; 0 for
 * what only begins one.
 */
export type ModalityWeights = ReadonlyMap<number, number>

/** a phrase is at most so many words or characters */
const LONGEST_PHRASE = 8
const START = 0x70687261

/** The phrases of all marks as the reader looks for them. */
export const modalityOf = (
  phrases: Readonly<Record<ModalMark, readonly string[]>>,
  tokens: (text: string) => Tokens,
): ModalityWeights => {
  const modality = new Map<number, number>()
  MARKS.forEach((mark, place) => {
    for (const phrase of phrases[mark]) {
      const words = tokens(phrase.toLowerCase())
      if (words.count === 0 || words.count > LONGEST_PHRASE)
        throw new RangeError(`"${phrase}" is no phrase of one to ${LONGEST_PHRASE} words: shorten it`)
      let hash = START
      for (let at = 0; at < words.count; at++) {
        hash = mixIn(hash, words.hashes[at]!)
        const bits = at + 1 === words.count ? 1 << place : 0
        modality.set(hash, (modality.get(hash) ?? 0) | bits)
      }
    }
  })
  return modality
}

/** For each token, the marks that it is a word of. Of phrases that begin at one word the longest counts. */
export const marksOf = (tokens: Tokens, modality: ModalityWeights): Uint8Array => {
  const marks = new Uint8Array(tokens.count)
  for (let first = 0; first < tokens.count; first++) {
    let hash = START
    let found = 0
    let end = first
    const most = Math.min(tokens.count, first + LONGEST_PHRASE)
    for (let last = first; last < most; last++) {
      hash = mixIn(hash, tokens.hashes[last]!)
      const bits = modality.get(hash)
      if (bits === undefined) break
      if (bits !== 0) {
        found = bits
        end = last
      }
    }
    if (found !== 0) {
      for (let at = first; at <= end; at++) marks[at] = found
      first = end
    }
  }
  return marks
}
