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
  /** by word, the states that follow it */
  readonly choices?: ReadonlyMap<string, readonly number[]>
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

  /** alternatives that begin with a word are one state, which looks its word up: lists are long */
  function oneOf(parts: readonly Pattern[], next: number): number {
    const choices = new Map<string, number[]>()
    const others: number[] = []
    const choose = (words: readonly string[], then: number): void => {
      for (const word of words) {
        const known = choices.get(word)
        if (known === undefined) choices.set(word, [then])
        else if (!known.includes(then)) known.push(then)
      }
    }
    for (const part of parts) {
      const [first, ...rest] = part.is === 'row' ? part.parts : [part]
      const words = first === undefined ? null : beginningsOf(first)
      if (words === null) others.push(build(part, next))
      else choose(words, rest.length === 0 ? next : build({ is: 'row', parts: rest }, next))
    }
    if (choices.size === 0) return add({ also: others })
    return others.length === 0 ? add({ choices }) : add({ also: [add({ choices }), ...others] })
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
      return number === FOUND || state?.word !== undefined || state?.choices !== undefined || state?.free === true
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
      if (state === undefined) return
      if (state.choices === undefined) {
        if (takes(state, word, at, isFree)) enter(state.next, from)
        return
      }
      const chosen = state.choices.get(word)
      if (chosen !== undefined) for (const next of chosen) enter(next, from)
    }
    const enter = (state: number, from: number): void => {
      for (const next of closure(state)) {
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

/** the words of which a pattern is one, if it is nothing else */
function beginningsOf(part: Pattern): readonly string[] | null {
  if (part.is === 'word') return part.match === 'whole' ? [part.word] : null
  if (part.is !== 'one-of') return null
  const each = part.parts.map(beginningsOf)
  return each.every(words => words !== null) ? each.flat() : null
}

/** later than any word */
const UNSEEN = 2 ** 31 - 1

const takes = ({ word, match, free }: State, token: string, at: number, isFree: (at: number) => boolean): boolean => {
  if (free) return isFree(at)
  if (word === undefined) return false
  if (match === 'start') return token.startsWith(word)
  return match === 'end' ? token.endsWith(word) : token === word
}
