import { ELSE, lettersOf } from './letters.ts'

/** A word to look for: Latin at the start of a word of a text or as a whole one, Chinese anywhere. */
export interface Word {
  readonly word: string
  readonly whole: boolean
}

/** letters and digits of Latin words, from 1; 0 for what stands between words */
const CLASSES = Uint8Array.from({ length: ELSE + 1 }, (_, code) =>
  code >= 97 && code <= 122 ? code - 96 : code >= 48 && code <= 57 ? code - 21 : 0,
)
const BRANCHES = 37

/**
 * One pass over a lower-case text that finds the words of many groups at once and sets a bit for each group that has
 * one: a tree of letters, so that most words of a text are left after their first few.
 */
export const wordPass = (groups: readonly (readonly Word[])[]): ((lower: string, found: Int32Array) => void) => {
  /** where each letter leads from a state; state 0 is nowhere, 1 the start of a word */
  const next: number[] = new Array(2 * BRANCHES).fill(0)
  const starts: number[][] = [[], []]
  const wholes: number[][] = [[], []]
  const han = new Map<number, { readonly word: string; readonly group: number }[]>()
  groups.forEach((words, group) => {
    for (const { word, whole } of words) {
      if (word.charCodeAt(0) > 0x7f) {
        const first = word.charCodeAt(0)
        const same = han.get(first)
        if (same === undefined) han.set(first, [{ word, group }])
        else same.push({ word, group })
        continue
      }
      let state = 1
      for (let at = 0; at < word.length; at++) {
        const branch = state * BRANCHES + (CLASSES[word.charCodeAt(at)] ?? 0)
        if (next[branch] === 0) {
          next[branch] = starts.length
          for (let i = 0; i < BRANCHES; i++) next.push(0)
          starts.push([])
          wholes.push([])
        }
        state = next[branch] ?? 0
      }
      if (word !== '') (whole ? wholes : starts)[state]?.push(group)
    }
  })
  const tree = Uint16Array.from(next)
  const atStart = listed(starts)
  const atEnd = listed(wholes)
  return (lower, found) => {
    const letters = lettersOf(lower)
    const { length } = lower
    let at = 0
    while (at < length) {
      let letter = CLASSES[letters[at] ?? 0] ?? 0
      if (letter === 0) {
        if (letters[at] === ELSE) {
          for (const { word, group } of han.get(lower.charCodeAt(at)) ?? NO_WORDS)
            if (lower.startsWith(word, at)) set(found, group)
        }
        at++
        continue
      }
      let state = 1
      do {
        state = tree[state * BRANCHES + letter] ?? 0
        if (atStart.counts[state] !== 0) setAll(found, atStart, state)
        at++
        letter = at < length ? (CLASSES[letters[at] ?? 0] ?? 0) : 0
      } while (letter !== 0 && state !== 0)
      if (atEnd.counts[state] !== 0 && letter === 0) setAll(found, atEnd, state)
      while (letter !== 0) {
        at++
        letter = at < length ? (CLASSES[letters[at] ?? 0] ?? 0) : 0
      }
    }
  }
}

const NO_WORDS: readonly { readonly word: string; readonly group: number }[] = []

/** The groups of each state, one list after the other. */
interface Listed {
  readonly from: Int32Array
  readonly counts: Uint8Array
  readonly groups: Int32Array
}
const listed = (lists: readonly (readonly number[])[]): Listed => {
  let from = 0
  return {
    from: Int32Array.from(lists, list => {
      from += list.length
      return from - list.length
    }),
    counts: Uint8Array.from(lists, list => list.length),
    groups: Int32Array.from(lists.flat()),
  }
}

const setAll = (found: Int32Array, { from, counts, groups }: Listed, state: number): void => {
  const first = from[state] ?? 0
  const end = first + (counts[state] ?? 0)
  for (let at = first; at < end; at++) set(found, groups[at] ?? 0)
}

const set = (found: Int32Array, group: number): void => {
  found[group >> 5] = (found[group >> 5] ?? 0) | (1 << (group & 31))
}
