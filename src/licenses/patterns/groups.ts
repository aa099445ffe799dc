import { isLatin, nameOf, numberOf, type Phrase } from './vocabulary.ts'

/** Groups of phrases, a bit each: of a text, those that have a phrase in it. */
export type Groups = Int32Array
/** The groups that a passage has, its lead and its heading. */
export interface Around {
  readonly own: Groups
  readonly lead: Groups
  readonly heading: Groups
}

/** by the phrases themselves, the number of a group */
const numbers = new Map<string, number>()
/**
 * Phrases that share their first words share their first nodes; 0 is before all of them. By node and number of the next
 * word, the next node.
 */
const nodes = new Map<number, number>()
/** by node, the groups of the phrases that end there, and whether some go on */
const ends: number[][] = [[]]
const goesOn: boolean[] = [true]
/** more words than are ever looked for */
const WORDS = 1 << 20
/** by first letter, what is not made of Latin words */
const others = new Map<number, { readonly word: string; readonly group: number }[]>()
/** the marks among them */
const marks = new Uint8Array(128)

/** Gives a group of phrases its number; the same phrases have the same. */
export const enroll = (phrases: readonly Phrase[]): number => {
  const name = phrases.map(nameOf).join()
  const known = numbers.get(name)
  if (known !== undefined) return known
  const group = numbers.size
  numbers.set(name, group)
  for (const phrase of phrases) put(phrase, group)
  return group
}

const put = (phrase: Phrase, group: number): void => {
  let node = 0
  for (const one of phrase) {
    if (one.word === '') return
    if (!isLatin(one.word)) {
      putOther(one.word, group)
      return
    }
    goesOn[node] = true
    const way = node * WORDS + numberOf(one)
    let next = nodes.get(way)
    if (next === undefined) {
      next = ends.length
      nodes.set(way, next)
      ends.push([])
      goesOn.push(false)
    }
    node = next
  }
  ends[node]?.push(group)
}

const putOther = (word: string, group: number): void => {
  const first = word.charCodeAt(0)
  if (first < marks.length) marks[first] = 1
  const list = others.get(first)
  if (list === undefined) others.set(first, [{ word, group }])
  else list.push({ word, group })
}

/** How many groups there are, which may grow. */
export const groupCount = (): number => numbers.size

/** The node after another by a word that is looked for. */
export const nodeAfter = (node: number, word: number): number | undefined => nodes.get(node * WORDS + word)
/** The groups that have a phrase which ends at a node. */
export const groupsAt = (node: number): readonly number[] => ends[node] ?? NONE
/** Whether some phrase goes on after a node. */
export const isOpen = (node: number): boolean => goesOn[node] ?? false
const NONE: readonly number[] = []

/** Whether a mark in ASCII is looked for. */
export const isMark = (code: number): boolean => marks[code] === 1

/** Sets the groups of what begins at a place and is not made of Latin words. */
export const setOthers = (found: Groups, text: string, at: number): void => {
  const list = others.get(text.charCodeAt(at))
  if (list === undefined) return
  for (const { word, group } of list)
    if (text.startsWith(word, at)) found[group >> 5] = (found[group >> 5] ?? 0) | (1 << (group & 31))
}

/** Whether a text has a phrase of a group. */
export const isIn = (found: Groups, group: number): boolean => ((found[group >> 5] ?? 0) & (1 << (group & 31))) !== 0
