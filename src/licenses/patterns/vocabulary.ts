/** A word to look for: Latin at the start of a word of a text or as a whole one, Chinese anywhere. */
export interface Word {
  readonly word: string
  readonly whole: boolean
}

/** Groups of words, a bit each: of a text, those that have a word in it. */
export type Groups = Int32Array

/** Of what a group is asked for: its number, by the words themselves. */
const numbers = new Map<string, number>()
/** by the letters a word begins with, the groups it is then in */
const beginnings = new Map<string, number[]>()
const wholes = new Map<string, number[]>()
const chinese = new Map<number, { readonly word: string; readonly group: number }[]>()
/** letters of the longest word of any group */
let longest = 0

/** Gives a group of words its number; the same words have the same. */
export const enroll = (words: readonly Word[]): number => {
  const name = words.map(({ word, whole }) => (whole ? `${word}.` : word)).join(' ')
  const known = numbers.get(name)
  if (known !== undefined) return known
  const group = numbers.size
  numbers.set(name, group)
  for (const { word, whole } of words) {
    const first = word.charCodeAt(0)
    if (first > 0x7f) put(chinese, first, { word, group })
    else if (word !== '') {
      put(whole ? wholes : beginnings, word, group)
      longest = Math.max(longest, word.length)
    }
  }
  return group
}

const put = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** How many groups there are, which may grow. */
export const groupCount = (): number => numbers.size

/** The groups that a whole Latin word in lower case is in. */
export const groupsOfWord = (word: string): readonly number[] => {
  const found = [...(wholes.get(word) ?? [])]
  for (let end = Math.min(word.length, longest); end > 0; end--) {
    const groups = beginnings.get(word.slice(0, end))
    if (groups !== undefined) found.push(...groups)
  }
  return found
}

/** Sets the groups of the Chinese words that begin at a place. */
export const setChinese = (found: Groups, text: string, at: number): void => {
  for (const { word, group } of chinese.get(text.charCodeAt(at)) ?? NONE)
    if (text.startsWith(word, at)) found[group >> 5] = (found[group >> 5] ?? 0) | (1 << (group & 31))
}
const NONE: readonly { readonly word: string; readonly group: number }[] = []

/** Whether a group has a word. */
export const isIn = (found: Groups, group: number): boolean => ((found[group >> 5] ?? 0) & (1 << (group & 31))) !== 0
