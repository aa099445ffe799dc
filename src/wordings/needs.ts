import type { Often } from './keys.ts'
import { MOST_NUMBERED, numbering, numberOf } from './lexicon.ts'
import type { Pattern } from './pattern.ts'

/**
 * What must be among the words of a sentence for a pattern to be in it, `all` in this order: necessary, not enough, for
 * how far these stand from each other does not count. Null where nothing must.
 */
export type Need =
  | { readonly is: 'word'; readonly words: WordSet }
  | { readonly is: 'all' | 'any'; readonly of: readonly Need[] }

/** Words of which there must be one, whole or by how they begin or end. One object for the same words. */
export interface WordSet {
  readonly whole: readonly string[]
  readonly starts: readonly string[]
  readonly ends: readonly string[]
  /** The place of the first of its words in a sentence, from a place on; -1 where there is none. */
  next(sentence: Asked, from: number): number
}

/** The words of a sentence. */
export interface Asked {
  readonly words: readonly string[]
  /** the same by number */
  readonly numbers: Int32Array
}

/** more alternatives than these are not asked for one by one */
const MOST_ASKED = 16

/**
 * Makes needs, whose rarest words are told by how often words are met. The same sets of words are one, so that a
 * sentence is asked once for each.
 */
export function needsBy(often: Often): (pattern: Pattern) => Need | null {
  const sets = new Map<string, WordSet>()
  const setOf = (whole: readonly string[], starts: readonly string[], ends: readonly string[]): WordSet => {
    const all = [whole, starts, ends].map(words => [...new Set(words)].sort())
    const name = all.map(words => words.join()).join('|')
    const known = sets.get(name)
    if (known !== undefined) return known
    const [words = [], begins = [], finishes = []] = all
    const set = wordSet(words, begins, finishes)
    sets.set(name, set)
    return set
  }
  const all = (of: readonly (Need | null)[]): Need | null => {
    const needed = of.filter(one => one !== null)
    return needed.length < 2 ? (needed[0] ?? null) : { is: 'all', of: needed }
  }
  const needOf = (pattern: Pattern, depth = 0): Need | null => {
    switch (pattern.is) {
      case 'word': {
        const { word, match } = pattern
        const one = [word]
        return {
          is: 'word',
          words: setOf(match === 'whole' ? one : [], match === 'start' ? one : [], match === 'end' ? one : []),
        }
      }
      case 'row':
        return all(pattern.parts.map(part => needOf(part, depth + 1)))
      case 'one-of':
        return any(
          pattern.parts.map(part => needOf(part, depth + 1)),
          depth === 0,
        )
      case 'some':
        return needOf(pattern.part, depth + 1)
      default:
        return null
    }
  }
  /** of few alternatives each is asked for, of many only the rarest words of each */
  const any = (of: readonly (Need | null)[], outer: boolean): Need | null => {
    const sets: WordSet[] = []
    const others: Need[] = []
    for (const one of of) {
      if (one === null) return null
      if (one.is !== 'word' && outer && of.length <= MOST_ASKED) others.push(one)
      else sets.push(rarest(one))
    }
    if (sets.length > 0) others.unshift({ is: 'word', words: union(sets) })
    return others.length === 1 ? (others[0] ?? null) : { is: 'any', of: others }
  }
  const union = (sets: readonly WordSet[]): WordSet =>
    setOf(
      sets.flatMap(({ whole }) => [...whole]),
      sets.flatMap(({ starts }) => starts),
      sets.flatMap(({ ends }) => ends),
    )
  const rarest = (need: Need): WordSet => {
    if (need.is === 'word') return need.words
    const sets = need.of.map(rarest)
    return need.is === 'any' ? union(sets) : sets.reduce((best, one) => (weigh(one) < weigh(best) ? one : best))
  }
  const weigh = ({ whole, starts, ends }: WordSet): number => {
    let sum = 0
    for (const word of whole) sum += often({ word, match: 'whole' })
    return sum + starts.length + ends.length
  }
  return pattern => needOf(pattern)
}

/** Whether a sentence meets a need. */
export const isMet = (need: Need | null, sentence: Asked): boolean => need === null || behind(need, sentence, 0) >= 0

/** The nearest place behind which a need is met by words from a place on; -1 where it is not. */
function behind(need: Need, sentence: Asked, from: number): number {
  if (need.is === 'word') {
    const at = need.words.next(sentence, from)
    return at < 0 ? -1 : at + 1
  }
  if (need.is === 'all') {
    let at = from
    for (const one of need.of) {
      at = behind(one, sentence, at)
      if (at < 0) return -1
    }
    return at
  }
  let nearest = -1
  for (const one of need.of) {
    const at = behind(one, sentence, from)
    if (at >= 0 && (nearest < 0 || at < nearest)) nearest = at
  }
  return nearest
}

/** by number, the sentence in which a word was met last: what is in none of them is told without a look at the sentence */
const metIn = new Int32Array(MOST_NUMBERED)
let latest: Asked | null = null
let turn = 0

function mark(sentence: Asked): void {
  if (latest === sentence) return
  latest = sentence
  turn++
  for (const number of sentence.numbers) metIn[number] = turn
}

function wordSet(whole: readonly string[], starts: readonly string[], ends: readonly string[]): WordSet {
  const affixed = starts.length + ends.length > 0
  let numbered = -1
  let own: readonly number[] = []
  let inside: ReadonlySet<number> = new Set()
  /** words with such a beginning or end, by number */
  let known = new Map<number, boolean>()
  let asked: Asked | null = null
  /** where its words stand in the sentence that was asked last, and how many they are */
  let places = new Int32Array(16)
  let count = 0
  const renew = (): void => {
    numbered = numbering()
    own = whole.map(numberOf)
    inside = new Set(own)
    known = new Map()
  }
  const hasAffix = (word: string, number: number): boolean => {
    let has = known.get(number)
    if (has === undefined) {
      has = starts.some(start => word.startsWith(start)) || ends.some(end => word.endsWith(end))
      known.set(number, has)
    }
    return has
  }
  const isThere = (): boolean => {
    for (const number of own) if (metIn[number] === turn) return true
    return false
  }
  const look = ({ words, numbers }: Asked): void => {
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0
      if (!inside.has(number) && !(affixed && hasAffix(words[at] ?? '', number))) continue
      if (count === places.length) {
        const more = new Int32Array(2 * count)
        more.set(places)
        places = more
      }
      places[count++] = at
    }
  }
  return {
    whole,
    starts,
    ends,
    next(sentence, from) {
      if (asked !== sentence) {
        if (numbered !== numbering()) renew()
        mark(sentence)
        asked = sentence
        count = 0
        if (affixed || isThere()) look(sentence)
      }
      for (let at = 0; at < count; at++) if ((places[at] ?? 0) >= from) return places[at] ?? -1
      return -1
    },
  }
}
