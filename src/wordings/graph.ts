import type { Key } from './keys.ts'
import { lookupOf } from './lookup.ts'
import type { Free, Pattern } from './pattern.ts'

/** A part of a pattern, made once however many patterns have it. */
export interface Node {
  readonly id: number
  /**
   * `words`: one of a set of words · `free`: one free word · `few`: up to `most` free words · `gap`: any number of
   * them ·
   * `hole`: what another pattern is put into
   */
  readonly is:
    | 'words'
    | 'free'
    | 'few'
    | 'gap'
    | 'hole'
    | 'row'
    | 'one-of'
    | 'perhaps'
    | 'any'
    | 'some'
    | 'none-here'
    | 'none-before'
  /** the number of the set of words; of a `one-of` a set of which one must be met, -1 where it is not worth a look */
  readonly set: number
  readonly most: number
  /** which words `free`, `few` and `gap` go over */
  readonly free: Free
  readonly parts: readonly Node[]
  /** whether there is a hole in it */
  readonly holed: boolean
}

/**
 * What must be in a sentence that a part is in, by the number of the part; in rows of numbers, since all of them are
 * asked of every sentence.
 */
interface Needs {
  /** a set of words of which one must be met, or -1 */
  readonly set: readonly number[]
  /** where in `parts` those begin of which each must be there, or any, and how many there are */
  readonly first: readonly number[]
  readonly count: readonly number[]
  readonly any: readonly boolean[]
  /** numbers of parts, the rarest first */
  readonly parts: readonly number[]
}

/** The parts of all patterns that are looked for together, and the sets of words they wait for. */
export interface Graph {
  readonly needs: Needs
  /** Makes a pattern a part; the same one for the same pattern. */
  nodeOf(pattern: Pattern): Node
  /** The numbers of the sets of words that a word is of. */
  setsOf(word: string): readonly number[]
  /** how many sets there are now */
  readonly sets: number
  /** how many parts there are now */
  readonly nodes: number
}

/** so many alternatives are not looked at where no word of theirs is met */
const MANY = 4
/** short words are met often */
const often = ({ word, match }: Key): number => (match === 'whole' ? 1 + 20 / Math.max(1, word.length) ** 2 : 1)

const rarityOf = (keys: readonly Key[]): number => keys.reduce((sum, key) => sum + often(key), 0)

/** Begins a graph, with nothing in it. */
export function graphOf(): Graph {
  const made = new Map<Pattern, Node>()
  const numbers = new Map<string, number>()
  const lookup = lookupOf()

  const needs = {
    set: [] as number[],
    first: [] as number[],
    count: [] as number[],
    any: [] as boolean[],
    parts: [] as number[],
  }
  /** by part, words of which one must be met, the rarest it has; none where it needs nothing */
  const rarest: (readonly Key[])[] = []
  /** by part, how often these are met, by any measure */
  const rarity: number[] = []
  let sets = 0

  const node = (
    is: Node['is'],
    parts: readonly Node[] = [],
    more: Partial<Node> = {},
    own: readonly Key[] = [],
  ): Node => {
    const id = rarity.length
    const rareOf = ({ id }: Node): number => rarity[id] ?? 0
    const isAny = is === 'one-of'
    const needed = is === 'row' || is === 'some' || isAny ? parts.filter(part => rareOf(part) > 0) : []
    const all = isAny && needed.length < parts.length ? [] : needed
    if (!isAny && all.length > 1) all.sort((one, other) => rareOf(one) - rareOf(other))
    const keys = isAny
      ? all.flatMap(({ id }) => rarest[id] ?? [])
      : all[0] === undefined
        ? own
        : (rarest[all[0].id] ?? [])
    rarest.push(keys)
    rarity.push(isAny || own.length > 0 ? rarityOf(keys) : all[0] === undefined ? 0 : rareOf(all[0]))
    const set = isAny && all.length >= MANY ? newSet(keys) : -1
    const made: Node = {
      id,
      is,
      set,
      most: 0,
      free: 'plain',
      parts,
      holed: is === 'hole' || parts.some(({ holed }) => holed),
      ...more,
    }
    needs.set.push(made.set)
    needs.first.push(needs.parts.length)
    needs.count.push(all.length)
    needs.any.push(isAny)
    for (const part of all) needs.parts.push(part.id)
    return made
  }

  function newSet(keys: readonly Key[]): number {
    for (const key of keys) lookup.enter(key, sets)
    return sets++
  }
  const setOf = (keys: readonly Key[]): number => {
    const [only] = keys
    const name =
      keys.length === 1 ? `${only?.match} ${only?.word}` : keys.map(({ word, match }) => `${match} ${word}`).join('\n')
    let number = numbers.get(name)
    if (number === undefined) {
      number = newSet(keys)
      numbers.set(name, number)
    }
    return number
  }
  const words = (keys: readonly Key[]): Node => node('words', [], { set: setOf(keys) }, keys)

  const make = (pattern: Pattern): Node => {
    switch (pattern.is) {
      case 'word':
        return words([pattern])
      case 'free':
        return node('free', [], { free: pattern.free })
      case 'hole':
        return node('hole')
      case 'row':
        return node('row', row(pattern.parts))
      case 'one-of':
        return oneOf(pattern.parts)
      default: {
        const free = pattern.part.is === 'free' ? pattern.part.free : null
        if (free !== null && pattern.is === 'any') return node('gap', [], { free })
        if (free !== null && pattern.is === 'perhaps') return node('few', [], { most: 1, free })
        return node(pattern.is, [nodeOf(pattern.part)])
      }
    }
  }
  /** `..` is a few words at once */
  const row = (parts: readonly Pattern[]): readonly Node[] => {
    const all: Node[] = []
    for (const part of parts.map(nodeOf)) {
      const last = all.at(-1)
      if (part.is === 'few' && last?.is === 'few' && part.free === last.free)
        all[all.length - 1] = node('few', [], { most: last.most + part.most, free: part.free })
      else all.push(part)
    }
    return all
  }
  /** alternatives that are single words are one set */
  const oneOf = (parts: readonly Pattern[]): Node => {
    const single = parts.filter(part => part.is === 'word')
    const others = parts.filter(part => part.is !== 'word').map(nodeOf)
    const all = single.length === 0 ? others : [words(single), ...others]
    return all.length === 1 && all[0] ? all[0] : node('one-of', all)
  }
  const nodeOf = (pattern: Pattern): Node => {
    const same = made.get(pattern)
    if (same !== undefined) return same
    const one = make(pattern)
    made.set(pattern, one)
    return one
  }

  return {
    nodeOf,
    setsOf: lookup.of,
    get sets() {
      return sets
    },
    get nodes() {
      return rarity.length
    },
    needs,
  }
}
