import { lazy } from '../once.ts'
import { KIND, PART, type Patterns } from './patterns.ts'

/** What is looked up by the words that it cannot do without. */
export interface Lookup {
  /** The numbers of those of which one of the words is met, in order. */
  in(words: readonly string[]): readonly number[]
}

/** A lookup of these by number, each under a part that is a word or any of some; what has none is not found. */
export function lookupOf({ graph }: Patterns, keys: readonly (number | null)[]): Lookup {
  const entered = lazy(() => {
    const { is, first, parts } = graph()
    const entered = new Map<number, number[]>()
    const enter = (key: number, number: number): void => {
      const same = entered.get(key)
      if (same === undefined) entered.set(key, [number])
      else same.push(number)
    }
    for (const [number, key] of keys.entries()) {
      if (key === null) continue
      if (((is[key] ?? 0) & KIND) !== PART.words) enter(key, number)
      else for (let at = first[key] ?? 0; at < (first[key + 1] ?? 0); at++) enter(parts[at] ?? 0, number)
    }
    return entered
  })
  /** by number, whether it is among those found; all 0 between two searches */
  const seen = new Uint8Array(keys.length)
  return {
    in(words) {
      const { keysOf } = graph()
      const byKey = entered()
      const found: number[] = []
      for (const word of words)
        for (const key of keysOf(word))
          for (const number of byKey.get(key) ?? NONE) {
            if (seen[number] === 1) continue
            seen[number] = 1
            found.push(number)
          }
      for (const number of found) seen[number] = 0
      return found.sort((one, other) => one - other)
    },
  }
}
const NONE: readonly number[] = []
