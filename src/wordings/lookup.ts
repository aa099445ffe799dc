import type { Key } from './keys.ts'

/** Numbers looked up by words: of a word those entered under it, under a beginning of it or an ending. */
export interface Lookup {
  enter(key: Key, number: number): void
  of(word: string): readonly number[]
}

const NONE: readonly number[] = []
/** words that are remembered; a crafted text has many */
const MOST_WORDS = 50_000

/** A lookup of these, each entered under all its keys by its number; more can be entered. */
export function lookupOf(all: readonly (readonly Key[])[] = []): Lookup {
  const entered = {
    whole: new Map<string, number[]>(),
    start: new Map<string, number[]>(),
    end: new Map<string, number[]>(),
  }
  let met = new Map<string, readonly number[]>()
  const lookup: Lookup = {
    enter({ word, match }, number) {
      const numbers = entered[match].get(word)
      if (numbers === undefined) entered[match].set(word, [number])
      else if (numbers.at(-1) !== number) numbers.push(number)
      if (met.size > 0) met = new Map()
    },
    of(word) {
      const known = met.get(word)
      if (known !== undefined) return known
      const found = [...(entered.whole.get(word) ?? NONE)]
      for (let to = 1; to <= word.length; to++) found.push(...(entered.start.get(word.slice(0, to)) ?? NONE))
      for (let from = 0; from < word.length; from++) found.push(...(entered.end.get(word.slice(from)) ?? NONE))
      if (met.size >= MOST_WORDS) met = new Map()
      const numbers = found.length === 0 ? NONE : found
      met.set(word, numbers)
      return numbers
    },
  }
  for (const [number, keys] of all.entries()) for (const key of keys) lookup.enter(key, number)
  return lookup
}
