import type { Free, Pattern } from './pattern.ts'

/** A place in a pattern at which the next word is waited for, or that goes on without one. */
export interface State {
  readonly word?: string
  readonly match?: 'start' | 'end'
  /** by word, the states that follow it */
  readonly choices?: ReadonlyMap<string, readonly number[]>
  readonly free?: Free
  readonly next: number
  readonly also: number[]
}

/** Patterns as states, and what of them is reached without a word. */
export interface States {
  /** the first ones are those in which the patterns are found, each by the number of its pattern */
  readonly states: readonly State[]
  readonly patterns: number
  /** those with which the patterns begin */
  readonly opening: readonly number[]
  /** every state that waits for a word, or is the last, and is reached from one without a word */
  closure(from: number): readonly number[]
}

/** Makes states of patterns. */
export function statesOf(patterns: readonly Pattern[]): States {
  const states: State[] = patterns.map(() => ({ next: -1, also: [] }))
  const add = (state: Partial<State>): number => states.push({ next: -1, ...state, also: [...(state.also ?? [])] }) - 1

  function build(part: Pattern, next: number): number {
    switch (part.is) {
      case 'word':
        return part.match === 'whole'
          ? add({ choices: new Map([[part.word, [next]]]) })
          : add({ word: part.word, match: part.match, next })
      case 'free':
        return add({ free: part.free, next })
      case 'row':
        return part.parts.reduceRight((after, one) => build(one, after), next)
      case 'one-of':
        return oneOf(part.parts, next)
      case 'hole':
        throw new RangeError('only a frame has a hole: {}')
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

  const reached: (readonly number[] | undefined)[] = []
  const closure = (from: number): readonly number[] => {
    const known = reached[from]
    if (known !== undefined) return known
    const found = new Set([from])
    for (const state of found) for (const other of states[state]?.also ?? []) found.add(other)
    const all = [...found].filter(number => number < patterns.length || waits(states[number]))
    reached[from] = all
    return all
  }
  const starts = patterns.map((pattern, number) => build(pattern, number))
  return { states, patterns: patterns.length, opening: [...new Set(starts.flatMap(closure))], closure }
}

const waits = (state: State | undefined): boolean =>
  state?.word !== undefined || state?.choices !== undefined || state?.free !== undefined

/** the words of which a pattern is one, if it is nothing else */
function beginningsOf(part: Pattern): readonly string[] | null {
  if (part.is === 'word') return part.match === 'whole' ? [part.word] : null
  if (part.is !== 'one-of') return null
  const each = part.parts.map(beginningsOf)
  return each.every(words => words !== null) ? each.flat() : null
}

/** The states that follow one behind a word. */
export function follow(
  state: State | undefined,
  word: string,
  isFree: (as: Free) => boolean,
  { closure }: States,
  enter: (next: number) => void,
): void {
  if (state === undefined) return
  if (state.choices !== undefined) {
    const chosen = state.choices.get(word)
    if (chosen !== undefined) for (const next of chosen) for (const one of closure(next)) enter(one)
    return
  }
  const takes =
    state.free !== undefined
      ? isFree(state.free)
      : state.match === 'start'
        ? word.startsWith(state.word ?? '')
        : state.match === 'end' && word.endsWith(state.word ?? '')
  if (takes) for (const one of closure(state.next)) enter(one)
}
