import { PRIME, SEED } from '../../../text/hash.ts'
import { isSmall } from '../../../text/scripts.ts'
import type { Gap } from '../comparison/comparison.ts'
import type { Fingerprint } from '../texts/fingerprint.ts'
import { GRAM, lastWord } from '../texts/grams.ts'
import type { Range } from '../texts/ranges.ts'
import type { WordPlace } from '../wording/place.ts'
import { canonical, spellingsOf } from '../wording/spelling.ts'
import { hashWord, UNPRIME, unmix, wordSet } from '../wording/word.ts'

/** The file a difference is read from. */
export interface FileWords {
  readonly hashes: Uint32Array
  readonly place: WordPlace
}

/** words that by themselves carry no right and no duty */
const ARTICLES = ['a', 'an', 'the']

/** short words of weight, one slip from one another: between them a slip is a change of meaning */
const WEIGHTY = wordSet('not now no any and or nor on of to if is as so may can all sell use one none'.split(' '))

/** a shorter word is one slip from many others: "fee" is no slip of "free" */
const SHORTEST_SLIP = 6
/** longer than any word of a license; bounds the work on a crafted one */
const LONGEST_WORD = 40

/**
 * What a difference of a word or two amounts to: `marker`, a list marker that one side shows and the other has in its
 * layout; `spelling`, an article or a slip of one letter; null, a change. The words of the license are not kept, but
 * the hash of one can be told from its gram.
 */
export function minorChange(
  gap: Gap,
  { hashes, place }: FileWords,
  license: Fingerprint,
): 'marker' | 'spelling' | null {
  const { added, missing } = gap
  const lost = missing.to - missing.from
  const more = added.to - added.from
  if (more > 2 || lost > 2) return null
  const words = plainWordsOf(place.quote(added.from, added.to))
  const joined = words.join('')
  if (joined.length > LONGEST_WORD || words.length !== more) return null
  if (lost === 0) {
    if (more !== 1) return null
    if (/^[a-z\d]{1,3}$/.test(joined) && /^[.)]/.test(place.between(added.to))) return 'marker'
    return ARTICLES.includes(joined) ? 'spelling' : null
  }
  const stood = wordsAt(license, missing, hashes.subarray(Math.max(0, added.from - GRAM + 1), added.from))
  if (stood === null) return null
  if (more === 0) {
    if (lost !== 1) return null
    const marker = /([a-z\d]{1,4})[.)]\s*$/i.exec(place.between(added.from))?.[1]
    if (marker !== undefined && is(marker.toLowerCase(), stood[0])) return 'marker'
    return ARTICLES.some(word => is(word, stood[0])) ? 'spelling' : null
  }
  return isSpelling(words, stood) ? 'spelling' : null
}

const plainWordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const is = (word: string, hash: number | undefined): boolean => canonical(hashWord(word)) === hash

/** Whether words of a file are another spelling of those of a license, or a slip. */
function isSpelling(words: readonly string[], stood: readonly number[]): boolean {
  const joined = words.join('')
  if (words.length === 2) return stood.length === 1 && is(joined, stood[0])
  if (stood.length === 2) {
    for (let i = 1; i < joined.length; i++)
      if (is(joined.slice(0, i), stood[0]) && is(joined.slice(i), stood[1])) return true
    return false
  }
  if (ARTICLES.includes(joined)) return ARTICLES.some(word => is(word, stood[0]))
  if (joined.length < SHORTEST_SLIP) return false
  return spellingsOf(stood[0]!).some(hash => !WEIGHTY.has(hash) && isSlip(joined, hash))
}

/**
 * The hashes of the words of a license in a range of one or two, given the three before; null where there are not
 * three.
 */
function wordsAt(license: Fingerprint, { from, to }: Range, before: Uint32Array): readonly number[] | null {
  const [a, b, c] = before
  if (a === undefined || b === undefined || c === undefined || from < GRAM - 1) return null
  const first = lastWord(license.grams[from - GRAM + 1] ?? 0, a, b, c)
  return to - from === 1 ? [first] : [first, lastWord(license.grams[from - GRAM + 2] ?? 0, b, c, first)]
}

/**
 * Whether a hash is of a word one slip away: a letter left out, doubled, swapped, changed or put in. A hash can be
 * taken back letter by letter, so what stands between a beginning and an end of the word is told by their two hashes.
 */
function isSlip(word: string, hash: number): boolean {
  const codes = Array.from(word, letter => letter.codePointAt(0)!)
  const size = codes.length
  /** by place: the hash of what stands before it, and the one that the rest makes the whole word of */
  const begun = new Int32Array(size + 1)
  const left = new Int32Array(size + 1)
  begun[0] = SEED
  left[size] = unmix(hash)
  for (let i = 0; i < size; i++) begun[i + 1] = Math.imul(begun[i]! ^ codes[i]!, PRIME)
  for (let i = size; i > 0; i--) left[i - 1] = Math.imul(left[i]!, UNPRIME) ^ codes[i - 1]!
  for (let i = 0; i <= size; i++) {
    // one too many, one changed, one put in, two swapped
    if (i < size && begun[i] === left[i + 1]) return true
    if (i < size && isSmall(begun[i]! ^ Math.imul(left[i + 1]!, UNPRIME))) return true
    if (isSmall(begun[i]! ^ Math.imul(left[i]!, UNPRIME))) return true
    if (i + 1 >= size) continue
    const other = Math.imul(begun[i]! ^ codes[i + 1]!, PRIME)
    if (Math.imul(other ^ codes[i]!, PRIME) === left[i + 2]) return true
  }
  return false
}
