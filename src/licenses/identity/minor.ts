import type { Gap } from './comparison.ts'
import type { FileWords } from './difference.ts'
import type { Fingerprint } from './fingerprint.ts'
import { GRAM, gram } from './grams.ts'
import { canonical } from './spelling.ts'
import { hashWord } from './word.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** words that by themselves carry no right and no duty */
const ARTICLES = ['a', 'an', 'the']

/** short words of weight, one slip from one another: between them a slip is a change of meaning */
const WEIGHTY = new Set('not now no any and or nor on of to if is as so may can all sell use one none'.split(' '))

/** longer than any word of a license; bounds the work on a crafted one */
const LONGEST_WORD = 40

/**
 * What a difference of a word or two amounts to: `marker`, a list marker that one side shows and the other has in its
 * layout; `spelling`, an article or a slip of one letter; null, a change. The words of the license are not kept, but
 * a guess at them can be checked against its grams.
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
  const words = wordsOf(place.quote(added.from, added.to))
  const joined = words.join('')
  if (joined.length > LONGEST_WORD || words.length !== more) return null
  if (lost === 0) {
    if (more !== 1) return null
    if (/^[a-z\d]{1,3}$/.test(joined) && /^[.)]/.test(place.between(added.to))) return 'marker'
    return ARTICLES.includes(joined) ? 'spelling' : null
  }
  const stood = guesser(license, missing.from, hashes.subarray(Math.max(0, added.from - GRAM + 1), added.from))
  if (stood === null) return null
  if (more === 0) {
    const marker = /([a-z\d]{1,4})[.)]\s*$/i.exec(place.between(added.from))?.[1]
    if (lost === 1 && marker !== undefined && stood([marker.toLowerCase()])) return 'marker'
    return lost === 1 && ARTICLES.some(word => stood([word])) ? 'spelling' : null
  }
  return guesses(words, lost).some(stood) ? 'spelling' : null
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The words that may stand in the license where these stand in the file. */
function guesses(words: readonly string[], lost: number): readonly (readonly string[])[] {
  const joined = words.join('')
  if (words.length === 2) return lost === 1 ? [[joined]] : []
  if (lost === 2) return Array.from(joined.slice(1), (_, i) => [joined.slice(0, i + 1), joined.slice(i + 1)])
  if (ARTICLES.includes(joined)) return ARTICLES.map(word => [word])
  if (WEIGHTY.has(joined)) return []
  return slips(joined)
    .filter(word => !WEIGHTY.has(word))
    .map(word => [word])
}

/** Checks a guess at the words of a license from `at`, given the three before them; null where there are not three. */
function guesser(
  license: Fingerprint,
  at: number,
  before: Uint32Array,
): ((words: readonly string[]) => boolean) | null {
  const [a, b, c] = before
  if (a === undefined || b === undefined || c === undefined || at < GRAM - 1) return null
  return ([first = '', second]) => {
    const word = canonical(hashWord(first))
    if (license.grams[at - GRAM + 1] !== gram(a, b, c, word)) return false
    return second === undefined || license.grams[at - GRAM + 2] === gram(b, c, word, canonical(hashWord(second)))
  }
}

/** Every word one slip away: a letter left out, doubled, swapped, changed or put in. */
function slips(word: string): readonly string[] {
  const found: string[] = []
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i)
    const after = word.slice(i)
    found.push(before + after.slice(1))
    if (after.length > 1) found.push(before + after[1] + after[0] + after.slice(2))
    for (const letter of LETTERS) found.push(before + letter + after, before + letter + after.slice(1))
  }
  return found
}
