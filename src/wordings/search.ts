import { numbering, numberOf } from './lexicon.ts'
import type { Pattern } from './pattern.ts'
import { FOUND, follow, type States, statesOf } from './states.ts'

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
  const states = statesOf(pattern)
  const mayBe = quick(statesOf(loose(pattern)))
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

/** sets of states that are kept; a crafted text makes many */
const MOST_SETS = 4_000

/** Sets of states, made when they are first met: a word leads from one to the next, whatever is in them. */
function quick(all: States): (sentence: Sentence, from: number) => number {
  const { states, opening } = all
  const kinds = kindsOf(all)
  let sets: (readonly number[])[] = []
  let found: boolean[] = []
  let names = new Map<string, number>()
  /** by set, where each kind of word leads; odd places are of words that a gap may go over */
  let steps: number[][] = []
  const setOf = (set: readonly number[], isFound: boolean): number => {
    const name = `${set.join()}${isFound ? '!' : ''}`
    let number = names.get(name)
    if (number === undefined) {
      number = sets.push(set) - 1
      names.set(name, number)
      found.push(isFound)
      steps.push([])
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
    for (const number of set) follow(states[number], word, isFree, all, enter)
    for (const number of opening) follow(states[number], word, isFree, all, enter)
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
      let to = steps[at]?.[key]
      if (to === undefined) {
        to = next(sets[at] ?? [], words[place] ?? '', free[place] === 1)
        const own = steps[at]
        if (own !== undefined) {
          while (own.length < key) own.push(undefined as never)
          own[key] = to
        }
      }
      if (place >= from && found[to] === true) return place
      at = to
    }
    return -1
  }
}

/** Which words are the same to a pattern: by the number of a word, its kind; 0 for words that the pattern does not have. */
type Kinds = (number: number, words: readonly string[], place: number) => number

/** entries of a table of words that is made anew where it is half full */
const LARGEST = 8_192
const HASH = 0x9e3779b1

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
  /** small, so that many of them are at hand at once: the numbers of words, and beside each its kind */
  let table = new Int32Array(0)
  let kinds = new Uint16Array(0)
  let filled = 0
  const begin = (size: number): void => {
    table = new Int32Array(size)
    kinds = new Uint16Array(size)
    filled = 0
    for (const word of leads.keys()) put(numberOf(word), kindOf(word))
  }
  const put = (number: number, kind: number): void => {
    const mask = table.length - 1
    let at = Math.imul(number, HASH) & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = number
    kinds[at] = kind
    filled++
  }
  const least = 2 ** Math.ceil(Math.log2(4 * leads.size + 16))
  return (number, words, place) => {
    if (numbered !== numbering()) {
      numbered = numbering()
      begin(least)
    }
    const mask = table.length - 1
    let at = Math.imul(number, HASH) & mask
    for (;;) {
      const met = table[at]
      if (met === number) return kinds[at] ?? 0
      if (met === 0) break
      at = (at + 1) & mask
    }
    // a word of another beginning and end than the pattern asks for is of no kind
    if (affixes.length === 0) return 0
    if (2 * filled > table.length) begin(table.length >= LARGEST ? least : 2 * table.length)
    const kind = kindOf(words[place] ?? '')
    put(number, kind)
    return kind
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
      follow(states[number], word, isFree, all, next => {
        if ((after.get(next) ?? UNSEEN) > from) after.set(next, from)
      })
    for (const number of opening)
      follow(states[number], word, isFree, all, next => {
        if (!after.has(next)) after.set(next, at)
      })
    const from = after.get(FOUND)
    if (from !== undefined) places.push({ from, to: at })
    after.delete(FOUND)
    active = after
  }
  return places
}
