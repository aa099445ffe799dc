import type { Key } from './keys.ts'

/** Numbers looked up by words: of a word those entered under it, under a beginning of it or an ending. */
export interface Lookup {
  enter(key: Key, number: number): void
  of(word: string): readonly number[]
}

const NONE: number[] = []
/** words that are remembered; a crafted text has many */
const MOST_WORDS = 50_000

/** A lookup of these, each entered under all its keys by its number; more can be entered. */
export function lookupOf(all: readonly (readonly Key[])[] = []): Lookup {
  const entered = {
    whole: new Map<string, number[]>(),
    start: new Map<string, number[]>(),
    end: new Map<string, number[]>(),
  }
  /** how long the beginnings and endings are that were entered */
  const lengths = { whole: new Set<number>(), start: new Set<number>(), end: new Set<number>() }
  let met = new Map<string, number[]>()
  const lookup: Lookup = {
    enter({ word, match }, number) {
      const numbers = entered[match].get(word)
      if (numbers?.at(-1) === number) return
      if (numbers === undefined) entered[match].set(word, [number])
      else numbers.push(number)
      lengths[match].add(word.length)
      const known = match === 'whole' ? met.get(word) : undefined
      if (known === NONE) met.delete(word)
      else if (known !== undefined) known.push(number)
      else if (match !== 'whole') met = new Map()
    },
    of(word) {
      const known = met.get(word)
      if (known !== undefined) return known
      let found = entered.whole.get(word)?.slice() ?? NONE
      const add = (more: readonly number[] | undefined): void => {
        if (more !== undefined) found = found === NONE ? more.slice() : found.concat(more)
      }
      const { length } = word
      for (const to of lengths.start) if (to <= length) add(entered.start.get(word.slice(0, to)))
      for (const of of lengths.end) if (of <= length) add(entered.end.get(word.slice(length - of)))
      if (met.size >= MOST_WORDS) met = new Map()
      met.set(word, found)
      return found
    },
  }
  for (const [number, keys] of all.entries()) for (const key of keys) lookup.enter(key, number)
  return lookup
}
