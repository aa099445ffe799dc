import type { Pattern } from './pattern.ts'
import type { Token } from './tokens.ts'

/** Where a pattern stands in a sentence: its first and last word, by number. */
export interface Place {
  readonly from: number
  readonly to: number
}

/**
 * Looks for a pattern anywhere in a sentence. The words are read once, whatever the pattern: its time is that of the
 * sentence times the states that wait. Of each end the longest place is told, the nearest end first.
 */
export type Search = (tokens: readonly Token[], isFree: (at: number) => boolean) => readonly Place[]

interface State {
  readonly word?: string
  readonly match?: 'whole' | 'start' | 'end'
  readonly words?: ReadonlySet<string>
  readonly free?: true
  readonly next: number
  readonly also: number[]
}

/** the number of the state in which the pattern is found */
const FOUND = 0

/** Makes a search of a pattern. */
export function searchOf(pattern: Pattern): Search {
  const states: State[] = [{ next: -1, also: [] }]
  const add = (state: Partial<State>): number => states.push({ next: -1, ...state, also: [...(state.also ?? [])] }) - 1

  function build(part: Pattern, next: number): number {
    switch (part.is) {
      case 'word':
        return add({ word: part.word, match: part.match, next })
      case 'free':
        return add({ free: true, next })
      case 'row':
        return part.parts.reduceRight((after, one) => build(one, after), next)
      case 'one-of':
        return oneOf(part.parts, next)
      case 'perhaps':
        return add({ also: [build(part.part, next), next] })
      default: {
        const loop = add({ also: [next] })
        const body = build(part.part, loop)
        states[loop]?.also.push(body)
        return part.is === 'some' ? body : loop
      }
    }
  }

  /** alternatives that are a word each are one state */
  function oneOf(parts: readonly Pattern[], next: number): number {
    const words = new Set<string>()
    const others: number[] = []
    for (const part of parts) {
      if (part.is === 'word' && part.match === 'whole') words.add(part.word)
      else others.push(build(part, next))
    }
    if (words.size === 0) return add({ also: others })
    return others.length === 0 ? add({ words, next }) : add({ also: [add({ words, next }), ...others] })
  }

  const start = build(pattern, FOUND)
  const reached: (readonly number[] | undefined)[] = []
  /** every state that waits for a word and is reached from one without a word */
  const closure = (from: number): readonly number[] => {
    const known = reached[from]
    if (known !== undefined) return known
    const found = new Set([from])
    for (const state of found) for (const other of states[state]?.also ?? []) found.add(other)
    const all = [...found].filter(number => {
      const state = states[number]
      return number === FOUND || state?.word !== undefined || state?.words !== undefined || state?.free === true
    })
    reached[from] = all
    return all
  }
  const opening = closure(start)

  const none = states.length
  return (tokens, isFree) => {
    const places: Place[] = []
    /** the states that wait, and where the words that led to each began */
    let active: number[] = []
    let began = new Int32Array(none).fill(UNSEEN)
    let after: number[] = []
    let begins = new Int32Array(none).fill(UNSEEN)
    const go = (number: number, from: number, at: number, word: string): void => {
      const state = states[number]
      if (state === undefined || !takes(state, word, at, isFree)) return
      for (const next of closure(state.next)) {
        const known = begins[next] ?? UNSEEN
        if (known === UNSEEN) after.push(next)
        if (known > from) begins[next] = from
      }
    }
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens[at]?.word ?? ''
      for (const number of active) go(number, began[number] ?? at, at, word)
      for (const number of opening) go(number, at, at, word)
      const from = begins[FOUND] ?? UNSEEN
      if (from !== UNSEEN) places.push({ from, to: at })
      for (const number of active) began[number] = UNSEEN
      active.length = 0
      ;[active, after] = [after, active]
      ;[began, begins] = [begins, began]
      if (from === UNSEEN) continue
      began[FOUND] = UNSEEN
      active = active.filter(number => number !== FOUND)
    }
    return places
  }
}

/** later than any word */
const UNSEEN = 2 ** 31 - 1

const takes = (
  { word, match, words, free }: State,
  token: string,
  at: number,
  isFree: (at: number) => boolean,
): boolean => {
  if (free) return isFree(at)
  if (words) return words.has(token)
  if (word === undefined) return false
  if (match === 'start') return token.startsWith(word)
  return match === 'end' ? token.endsWith(word) : token === word
}
