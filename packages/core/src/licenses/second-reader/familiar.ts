import type { Features } from './features.ts'

/** the group of words alone and in a row */
const GRAMS = 0

/** a letter alone, as in a word that is spaced out, is no word that is known */
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u
const SHORT_WORDS = new Set(['a', 'i', 'e', 'o', 'y', 'à', 'é', 'è', 'ó', 'и', 'в', 'с', 'к', 'о', 'у', 'я', 'а'])

/**
 * Which part of the words of a text in lower case, from 0 to 1, the reader has met: of a language that it was not
 * taught it knows next to none.
 */
export function familiarity(
  text: string,
  { count, ids, from, to, group }: Features,
  isMet: (id: number) => boolean,
): number {
  let words = 0
  let met = 0
  for (let at = 0; at < count; at++) {
    // grams of the same first word follow each other, the word alone before all
    if (group[at] !== GRAMS || (at > 0 && from[at] === from[at - 1] && to[at]! > to[at - 1]!)) continue
    words++
    const word = text.slice(from[at], to[at])
    if (isMet(ids[at]!) && (!SPACED.test(word) || SHORT_WORDS.has(word))) met++
  }
  return words === 0 ? 0 : met / words
}
