import type { Free, Pattern } from './pattern.ts'
import { follow, type States, statesOf } from './states.ts'
import type { Token } from './tokens.ts'

/**
 * Patterns as one machine that reads a sentence once, word by word: the time is that of the sentence, whatever the
 * patterns are.
 */
export interface Machine {
  /** The numbers of the patterns that all words together make up, from the first; `free` says which may be free. */
  whole(tokens: readonly Token[], free: (at: number, as: Free) => boolean): readonly number[]
  /** By token: whether one of the patterns covers it somewhere in the sentence. */
  marks(tokens: readonly Token[]): Uint8Array
}

/** Makes a machine of patterns. */
export function machineOf(patterns: readonly Pattern[]): Machine {
  const all = statesOf(patterns)
  const { first, open } = firstWords(all)
  const step = (active: Iterable<number>, { word }: Token, isFree: (as: Free) => boolean): Set<number> => {
    const after = new Set<number>()
    for (const number of active) follow(all.states[number], word, isFree, all, next => after.add(next))
    return after
  }
  /** the states in which the patterns are that may begin with a word */
  const begin = ({ word }: Token): Iterable<number> => [...open, ...(first.get(word) ?? [])]
  const accepted = (active: Iterable<number>): readonly number[] => [...active].filter(number => number < all.patterns)

  return {
    whole(tokens, free) {
      const opening = tokens[0]
      if (opening === undefined) return []
      let active: Iterable<number> = begin(opening)
      for (const [at, token] of tokens.entries()) {
        const after = step(active, token, as => free(at, as))
        if (after.size === 0) return []
        active = after
      }
      return accepted(active).toSorted((one, other) => one - other)
    },
    marks(tokens) {
      const marked = new Uint8Array(tokens.length)
      for (const [from, token] of tokens.entries()) {
        let active: Iterable<number> = begin(token)
        for (let at = from; at < tokens.length; at++) {
          const after = step(active, tokens[at] ?? token, () => false)
          if (after.size === 0) break
          if (accepted(after).length > 0) marked.fill(1, from, at + 1)
          active = after
        }
      }
      return marked
    },
  }
}

/** The first states of patterns, by the word they wait for; those that wait for no certain word are always `open`. */
function firstWords({ states, opening }: States): {
  first: ReadonlyMap<string, readonly number[]>
  open: readonly number[]
} {
  const first = new Map<string, number[]>()
  const open: number[] = []
  for (const number of opening) {
    const words = [...(states[number]?.choices?.keys() ?? [])]
    for (const word of words) {
      const known = first.get(word)
      if (known === undefined) first.set(word, [number])
      else known.push(number)
    }
    if (words.length === 0) open.push(number)
  }
  return { first, open }
}
