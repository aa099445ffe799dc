import { numbering, numberOf } from './lexicon.ts'
import type { Pattern } from './pattern.ts'
import { follow, type States, statesOf } from './states.ts'

/** Where a pattern stands in a sentence: its first and last word, by number. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** A sentence as patterns are looked for in it: its words, and for each whether a gap may go over it. */
export interface Sentence {
  readonly words: readonly string[]
  /** the words by number */
  readonly numbers: Int32Array
  readonly free: Uint8Array
}

/** Looks for a pattern anywhere in a sentence. */
export interface Search {
  /** The number of the first word, from one on, with which a place of the pattern ends; -1 where there is none. */
  end(sentence: Sentence, from: number): number
  /** Of each end the longest place, the nearest end first. */
  places(sentence: Sentence): readonly Place[]
}

/**
 * Makes a search of a pattern: of most sentences it says at once that the pattern is not in them, by reading them
 * with gaps as long as you like; the rest are read as the pattern says.
 */
export function searchOf(pattern: Pattern): Search {
  const states = statesOf([pattern])
  const mayBe = quick(statesOf([loose(pattern)]))
  const places: Search['places'] = sentence => (mayBe(sentence, 0) >= 0 ? placesIn(sentence, states) : [])
  const end: Search['end'] = (sentence, from) =>
    mayBe(sentence, from) >= 0 ? (placesIn(sentence, states).find(({ to }) => to >= from)?.to ?? -1) : -1
  return { end, places }
}

/** The pattern with gaps of any length: it is in whatever the pattern is in, and has few sets of states. */
function loose(pattern: Pattern): Pattern {
  switch (pattern.is) {
    case 'perhaps':
      return pattern.part.is === 'free'
        ? { is: 'any', part: pattern.part }
        : { is: 'perhaps', part: loose(pattern.part) }
    case 'any':
    case 'some':
      return { is: pattern.is, part: loose(pattern.part) }
    case 'one-of':
      return { is: 'one-of', parts: pattern.parts.map(loose) }
    case 'row': {
      const parts = pattern.parts.map(loose)
      return { is: 'row', parts: parts.filter((part, at) => !(isGap(part) && isGap(parts[at - 1]))) }
    }
    default:
      return pattern
  }
}

const isGap = (part: Pattern | undefined): boolean => part?.is === 'any' && part.part.is === 'free'

/** the state in which the only pattern is found */
const FOUND = 0
/** sets of states that are kept; a crafted text makes many */
const MOST_SETS = 4_000

/** Sets of states, made when they are first met: a word leads from one to the next, whatever is in them. */
function quick(all: States): (sentence: Sentence, from: number) => number {
  const { states, opening } = all
  const kinds = kindsOf(all)
  let sets: (readonly number[])[] = []
  let found: boolean[] = []
  let names = new Map<string, number>()
  /** by set, where each kind of word leads; odd keys are of words that a gap may go over */
  let steps: Map<number, number>[] = []
  const setOf = (set: readonly number[], isFound: boolean): number => {
    const name = `${set.join()}${isFound ? '!' : ''}`
    let number = names.get(name)
    if (number === undefined) {
      number = sets.push(set) - 1
      names.set(name, number)
      found.push(isFound)
      steps.push(new Map())
    }
    return number
  }
  const forget = (): void => {
    sets = []
    found = []
    names = new Map()
    steps = []
    setOf([], false)
  }
  const next = (set: readonly number[], word: string, isFree: boolean): number => {
    const after = new Set<number>()
    const enter = (one: number) => after.add(one)
    for (const number of set) follow(states[number], word, () => isFree, all, enter)
    for (const number of opening) follow(states[number], word, () => isFree, all, enter)
    const isFound = after.delete(FOUND)
    return setOf(
      [...after].sort((one, other) => one - other),
      isFound,
    )
  }
  forget()

  return ({ words, numbers, free }, from) => {
    if (sets.length > MOST_SETS) forget()
    let at = 0
    for (let place = 0; place < numbers.length; place++) {
      const kind = kinds(numbers[place] ?? 0, words, place)
      const key = 2 * kind + (free[place] ?? 0)
      let to = steps[at]?.get(key)
      if (to === undefined) {
        to = next(sets[at] ?? [], words[place] ?? '', free[place] === 1)
        steps[at]?.set(key, to)
      }
      if (place >= from && found[to] === true) return place
      at = to
    }
    return -1
  }
}

/** Which words are the same to a pattern: by the number of a word, its kind; 0 for words that the pattern does not have. */
type Kinds = (number: number, words: readonly string[], place: number) => number

/** words that are remembered beside its own; a crafted text has many */
const MOST_WORDS = 4_000

function kindsOf({ states }: States): Kinds {
  /** what a word leads to, in all states that wait for it by its letters */
  const leads = new Map<string, string>()
  for (const [number, { choices }] of states.entries())
    for (const [word, then] of choices ?? []) leads.set(word, `${leads.get(word) ?? ''} ${number}:${then.join()}`)
  const affixes = states.flatMap(({ match, word = '' }, number) => (match ? [{ match, word, number }] : []))
  const named = new Map([['', 0]])
  const kindOf = (word: string): number => {
    const affixed = affixes
      .filter(({ match, word: part }) => (match === 'start' ? word.startsWith(part) : word.endsWith(part)))
      .map(({ number }) => `~${number}`)
    const name = `${leads.get(word) ?? ''}${affixed.join('')}`
    const kind = named.get(name) ?? named.size
    named.set(name, kind)
    return kind
  }
  let numbered = -1
  let known = new Map<number, number>()
  return (number, words, place) => {
    if (numbered !== numbering() || known.size > leads.size + MOST_WORDS) {
      numbered = numbering()
      known = new Map([...leads.keys()].map(word => [numberOf(word), kindOf(word)]))
    }
    const kind = known.get(number)
    if (kind !== undefined || affixes.length === 0) return kind ?? 0
    const made = kindOf(words[place] ?? '')
    known.set(number, made)
    return made
  }
}

/** later than any word */
const UNSEEN = 2 ** 31 - 1

/** All places, with where each begins: the words are read once, whatever the pattern. */
function placesIn({ words, free }: Sentence, all: States): readonly Place[] {
  const { states, opening } = all
  const places: Place[] = []
  /** the states that wait, and where the words that led to each began */
  let active = new Map<number, number>()
  for (const [at, word] of words.entries()) {
    const after = new Map<number, number>()
    const isFree = free[at] === 1
    for (const [number, from] of active)
      follow(
        states[number],
        word,
        () => isFree,
        all,
        next => {
          if ((after.get(next) ?? UNSEEN) > from) after.set(next, from)
        },
      )
    for (const number of opening)
      follow(
        states[number],
        word,
        () => isFree,
        all,
        next => {
          if (!after.has(next)) after.set(next, at)
        },
      )
    const from = after.get(FOUND)
    if (from !== undefined) places.push({ from, to: at })
    after.delete(FOUND)
    active = after
  }
  return places
}
