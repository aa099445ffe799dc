import { DIGIT } from './spellings.ts'

/** A word to look for: of Latin letters at the start of a word of a text or as a whole one, of others anywhere. */
export interface Word {
  readonly word: string
  /** whether the word of the text ends with it */
  readonly whole: boolean
  /** whether the word of the text may begin before it */
  readonly inside?: boolean
}
/** Words that follow each other, with no other word between. */
export type Phrase = readonly Word[]

/** by the letters a word begins with, or all of them, the number of the word looked for, from 0 */
const beginnings = new Map<string, number>()
const wholes = new Map<string, number>()
/** words that others may begin before, by their first letters */
const insides = new Map<string, { readonly word: string; readonly whole: boolean; readonly number: number }[]>()
/** letters that the shortest of those has */
export const SHORTEST_INSIDE = 3
let count = 0
/** letters of the longest word looked for */
let longest = 0

/** Whether a word is made of Latin letters or digits rather than of other letters or marks, which stand anywhere. */
export const isLatin = (word: string): boolean => {
  const first = word.charCodeAt(0)
  return (first >= 97 && first <= 122) || (first >= 48 && first <= 57) || word === DIGIT
}

/** What tells a phrase from others. */
export const nameOf = (phrase: Phrase): string =>
  phrase.map(({ word, whole, inside }) => `${inside ? '.' : ''}${word}${whole ? '.' : ''}`).join(' ')

/** The number of a Latin word to look for, given when it is first asked for. */
export const numberOf = ({ word, whole, inside = false }: Word): number => {
  if (inside) return numberOfInside(word, whole)
  const numbers = whole ? wholes : beginnings
  let number = numbers.get(word)
  if (number === undefined) {
    number = count++
    numbers.set(word, number)
    longest = Math.max(longest, word.length)
  }
  return number
}

const numberOfInside = (word: string, whole: boolean): number => {
  const first = word.slice(0, SHORTEST_INSIDE)
  const list = insides.get(first) ?? []
  const known = list.find(one => one.word === word && one.whole === whole)
  if (known !== undefined) return known.number
  list.push({ word, whole, number: count })
  insides.set(first, list)
  return count++
}

/** The words looked for that a whole Latin word in lower case is. */
export const wordsLike = (word: string): readonly number[] => {
  const found: number[] = []
  const add = (number: number | undefined): void => {
    if (number !== undefined) found.push(number)
  }
  add(wholes.get(word))
  for (let end = Math.min(word.length, longest); end > 0; end--) add(beginnings.get(word.slice(0, end)))
  if (word.charCodeAt(0) <= NINE) add(beginnings.get(DIGIT))
  for (let at = 0; at + SHORTEST_INSIDE <= word.length; at++)
    for (const { word: one, whole, number } of insides.get(word.slice(at, at + SHORTEST_INSIDE)) ?? [])
      if (
        !found.includes(number) &&
        (whole ? word.length === at + one.length && word.endsWith(one) : word.startsWith(one, at))
      )
        found.push(number)
  return found
}
const NINE = 57
