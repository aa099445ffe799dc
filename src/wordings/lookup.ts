import type { Key } from './keys.ts'

/** Numbers looked up by words: of a word those entered under it, under a beginning of it or an ending. */
export interface Lookup {
  enter(key: Key, number: number): void
  of(word: string): readonly number[]
}

/** words that are remembered; a crafted text has many */
const MOST_WORDS = 50_000

/** What words that were looked up are of, and these words by their first letter and by their last. */
const nothingMet = () => ({
  words: new Map<string, number[]>(),
  start: new Map<number, string[]>(),
  end: new Map<number, string[]>(),
})

const letterOf = (word: string, match: 'start' | 'end'): number =>
  word.charCodeAt(match === 'start' ? 0 : word.length - 1)

/** A lookup of these, each entered under all its keys by its number; more can be entered. */
export function lookupOf(all: readonly (readonly Key[])[] = []): Lookup {
  const entered = {
    whole: new Map<string, number[]>(),
    start: new Map<string, number[]>(),
    end: new Map<string, number[]>(),
  }
  /** how long the beginnings and endings are that were entered */
  const lengths = { whole: new Set<number>(), start: new Set<number>(), end: new Set<number>() }
  let met = nothingMet()

  const lookUp = (word: string): readonly number[] => {
    const found = entered.whole.get(word)?.slice() ?? []
    const { length } = word
    const add = (more: readonly number[] | undefined): void => {
      if (more !== undefined) for (const number of more) found.push(number)
    }
    for (const to of lengths.start) if (to <= length) add(entered.start.get(word.slice(0, to)))
    for (const of of lengths.end) if (of <= length) add(entered.end.get(word.slice(length - of)))
    if (met.words.size >= MOST_WORDS) met = nothingMet()
    met.words.set(word, found)
    for (const match of ['start', 'end'] as const) {
      const letter = letterOf(word, match)
      const same = met[match].get(letter)
      if (same === undefined) met[match].set(letter, [word])
      else same.push(word)
    }
    return found
  }
  const lookup: Lookup = {
    enter({ word, match }, number) {
      const numbers = entered[match].get(word)
      if (numbers?.at(-1) === number) return
      if (numbers === undefined) entered[match].set(word, [number])
      else numbers.push(number)
      lengths[match].add(word.length)
      if (match === 'whole') met.words.get(word)?.push(number)
      else
        for (const one of met[match].get(letterOf(word, match)) ?? [])
          if (match === 'start' ? one.startsWith(word) : one.endsWith(word)) met.words.get(one)?.push(number)
    },
    of: word => met.words.get(word) ?? lookUp(word),
  }
  for (const [number, keys] of all.entries()) for (const key of keys) lookup.enter(key, number)
  return lookup
}
