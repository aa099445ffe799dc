import { lazy } from '../once.ts'

/**
 * What a part of a pattern is: a word, how one begins or ends · any of some words · a free word, a few, any number ·
 * what another pattern is put into · parts in a row, or of which one is enough · a part perhaps, any number of times,
 * at least once · a part that must not begin here, or end here.
 */
export const PART = {
  whole: 0,
  start: 1,
  end: 2,
  words: 3,
  free: 4,
  few: 5,
  gap: 6,
  hole: 7,
  row: 8,
  oneOf: 9,
  perhaps: 10,
  any: 11,
  some: 12,
  noneHere: 13,
  noneBefore: 14,
} as const

/** Set of a part that has a hole in it. */
export const HOLED = 16
/** Set of a part that some words must be met for. */
export const NEEDS = 32
/** what is left is what it is */
export const KIND = 15

/** How many numbers are a part of a kind, by that kind; of others it is written. */
const SIZE: readonly (number | undefined)[] = [0, 0, 0, undefined, 1, 2, 1, 0, undefined, undefined, 1, 1, 1, 1, 1]
const sizeOf = (is = 0): number | undefined => SIZE[is & KIND]

/** Which words `free`, `few` and `gap` go over, by number. */
export const FREE = ['plain', 'far', 'who', 'name'] as const

/** All parts of all patterns, each once and by number; those of a part come before it. */
export interface Graph {
  readonly is: Uint8Array
  /** by part, where in `parts` those that it is made of begin; of `free`, `few` and `gap` which words, and how many */
  readonly first: Uint32Array
  readonly parts: Uint16Array | Uint32Array
  /** The numbers of the words, beginnings and endings that a word is of. */
  keysOf(word: string): readonly number[]
}

/** Patterns that the build compiled, read when the first of them is looked for. */
export interface Patterns {
  readonly graph: () => Graph
}

/** words that are remembered; a crafted text has many */
const MOST_WORDS = 50_000
/** how many numbers tell how the rest is laid out */
const LAYOUT_NUMBERS = 5

/** Patterns as they were written by `written`. */
export const patternsIn = (read: () => Uint8Array): Patterns => ({ graph: lazy(() => graphIn(read())) })

/** Writes parts, and the words of those that are words, in their order. */
export function written(
  is: readonly number[],
  parts: readonly (readonly number[])[],
  words: readonly string[],
): Uint8Array {
  const all = parts.flat()
  const text = new TextEncoder().encode(words.join('\n'))
  const wide = is.length > 0xffff
  const sizes = parts.flatMap(({ length }, part) => (sizeOf(is[part]) === undefined ? [length] : []))
  const head = Uint32Array.of(is.length, all.length, sizes.length, text.length, wide ? 1 : 0)
  const pieces = [
    head,
    wide ? Uint32Array.from(all) : Uint16Array.from(all),
    Uint16Array.from(sizes),
    Uint8Array.from(is),
    text,
  ]
  const bytes = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of pieces) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

function graphIn(bytes: Uint8Array): Graph {
  // arrays of larger numbers begin where these may
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const [count = 0, size = 0, sized = 0, letters = 0, wide = 0] = new Uint32Array(buffer, byteOffset, LAYOUT_NUMBERS)
  let at = byteOffset + LAYOUT_NUMBERS * 4
  const parts = wide === 1 ? new Uint32Array(buffer, at, size) : new Uint16Array(buffer, at, size)
  at += parts.byteLength
  const sizes = new Uint16Array(buffer, at, sized)
  at += sizes.byteLength
  const is = new Uint8Array(buffer, at, count)
  const words = new TextDecoder().decode(new Uint8Array(buffer, at + count, letters)).split('\n')
  const first = new Uint32Array(count + 1)
  const keys = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()] as const
  const lengths = [new Set<number>(), new Set<number>(), new Set<number>()] as const
  let word = 0
  let next = 0
  for (let part = 0; part < count; part++) {
    first[part + 1] = (first[part] ?? 0) + (sizeOf(is[part]) ?? sizes[next++] ?? 0)
    const kind = (is[part] ?? 0) & KIND
    if (kind > PART.end) continue
    const spelled = words[word++] ?? ''
    keys[kind]?.set(spelled, part)
    lengths[kind]?.add(spelled.length)
  }
  const [whole, starts, ends] = keys
  const look = (word: string): readonly number[] => {
    const found: number[] = []
    const add = (key: number | undefined): void => {
      if (key !== undefined) found.push(key)
    }
    const { length } = word
    add(whole.get(word))
    for (const to of lengths[PART.start]) if (to <= length) add(starts.get(word.slice(0, to)))
    for (const of of lengths[PART.end]) if (of <= length) add(ends.get(word.slice(length - of)))
    return found
  }
  let known = new Map<string, readonly number[]>()
  const keysOf = (word: string): readonly number[] => {
    const ready = known.get(word)
    if (ready !== undefined) return ready
    if (known.size >= MOST_WORDS) known = new Map()
    const keys = look(word)
    known.set(word, keys)
    return keys
  }
  return { is, first, parts, keysOf }
}
