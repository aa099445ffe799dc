import type { Free, Pattern } from './pattern.ts'
import type { Token } from './tokens.ts'

/**
 * Patterns as one machine that reads a sentence once, word by word: the time is that of the sentence, whatever the
 * patterns are. States are numbers; a state waits for a word, for a free word, or goes on without one.
 */
export interface Machine {
  /** The numbers of the patterns that all words together make up, from the first; `free` says which may be free. */
  whole(tokens: readonly Token[], free: (at: number, as: Free) => boolean): readonly number[]
  /** By token: whether one of the patterns covers it somewhere in the sentence. */
  marks(tokens: readonly Token[]): Uint8Array
}

interface State {
  readonly word?: string
  readonly match?: 'whole' | 'start' | 'end'
  /** one of these */
  readonly words?: ReadonlySet<string>
  readonly free?: Free
  next: number
  readonly also: number[]
  accepts: number
}

/** Makes a machine of patterns. */
export function machineOf(patterns: readonly Pattern[]): Machine {
  const states: State[] = []
  const add = (state: Partial<State>): number =>
    states.push({ next: -1, accepts: -1, ...state, also: [...(state.also ?? [])] }) - 1
  const starts = patterns.map((pattern, number) => build(pattern, add({ accepts: number })))

  function build(pattern: Pattern, next: number): number {
    switch (pattern.is) {
      case 'word':
        return add({ word: pattern.word, match: pattern.match, next })
      case 'free':
        return add({ free: pattern.free, next })
      case 'row':
        return pattern.parts.reduceRight((after, part) => build(part, after), next)
      case 'one-of':
        return oneOf(pattern.parts, next)
      case 'perhaps':
        return add({ also: [build(pattern.part, next), next] })
      default: {
        const loop = add({ also: [next] })
        const body = build(pattern.part, loop)
        states[loop]!.also.push(body)
        return pattern.is === 'some' ? body : loop
      }
    }
  }

  /** alternatives that are a word each are one state */
  function oneOf(parts: readonly Pattern[], next: number): number {
    const words = new Set(parts.flatMap(part => (isWord(part) ? [part.word] : [])))
    const others = parts.filter(part => !isWord(part)).map(part => build(part, next))
    if (words.size === 0) return add({ also: others })
    const ofWords = add({ words, next })
    return others.length === 0 ? ofWords : add({ also: [ofWords, ...others] })
  }

  /** every state that is reached from one without a word */
  const reached = new Map<number, readonly number[]>()
  const closure = (from: number): readonly number[] => {
    const known = reached.get(from)
    if (known !== undefined) return known
    const found = new Set([from])
    for (const state of found) for (const other of states[state]?.also ?? []) found.add(other)
    const all = [...found].filter(state => waits(states[state]) || (states[state]?.accepts ?? -1) >= 0)
    reached.set(from, all)
    return all
  }
  const { first, open } = firstWords(starts, closure, states)

  const step = (active: Iterable<number>, token: Token, isFree: (as: Free) => boolean): Set<number> => {
    const after = new Set<number>()
    for (const number of active) {
      const state = states[number]
      if (state === undefined || !takes(state, token, isFree)) continue
      for (const other of closure(state.next)) after.add(other)
    }
    return after
  }
  /** the states in which the patterns are that may begin with a word */
  const begin = (token: Token): Iterable<number> => [...open, ...(first.get(token.word) ?? [])]
  const accepted = (active: Iterable<number>): readonly number[] => {
    const found: number[] = []
    for (const state of active) {
      const accepts = states[state]?.accepts ?? -1
      if (accepts >= 0) found.push(accepts)
    }
    return found
  }

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

const isWord = (part: Pattern): part is Extract<Pattern, { is: 'word' }> => part.is === 'word' && part.match === 'whole'

const waits = (state: State | undefined): boolean =>
  state?.word !== undefined || state?.words !== undefined || state?.free !== undefined

const takes = ({ word, match, words, free }: State, token: Token, isFree: (as: Free) => boolean): boolean => {
  if (free) return isFree(free)
  if (words) return words.has(token.word)
  if (word === undefined) return false
  if (match === 'start') return token.word.startsWith(word)
  return match === 'end' ? token.word.endsWith(word) : token.word === word
}

/** The first states of patterns, by the word they wait for; those that wait for no certain word are always `open`. */
function firstWords(
  starts: readonly number[],
  closure: (from: number) => readonly number[],
  states: readonly State[],
): { first: ReadonlyMap<string, readonly number[]>; open: readonly number[] } {
  const first = new Map<string, number[]>()
  const open: number[] = []
  for (const number of starts.flatMap(closure)) {
    const state = states[number]
    const words = state?.words ?? (state?.word !== undefined && state.match === 'whole' ? [state.word] : [])
    let some = false
    for (const word of words) {
      some = true
      const known = first.get(word)
      if (known === undefined) first.set(word, [number])
      else known.push(number)
    }
    if (!some) open.push(number)
  }
  return { first, open }
}
