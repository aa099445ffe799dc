import type { Free, Pattern } from './pattern.ts'
import { FREE, HOLED, KIND, NEEDS, PART, written } from './patterns.ts'

/** Makes parts of patterns, each once however many patterns have it. */
export interface Compiler {
  /** The number of the part that a pattern is. */
  numberOf(pattern: Pattern): number
  /** All parts that were made, as they are read again. */
  bytes(): Uint8Array
}

const REPEATS = {
  perhaps: PART.perhaps,
  any: PART.any,
  some: PART.some,
  'none-here': PART.noneHere,
  'none-before': PART.noneBefore,
} as const

/** Begins with no part. */
export function compiler(): Compiler {
  const is: number[] = []
  const parts: (readonly number[])[] = []
  const words: string[] = []
  const made = new Map<Pattern, number>()
  const numbers = new Map<string, number>()

  const kindOf = (part: number): number => (is[part] ?? 0) & KIND
  const has = (part: number, flag: number): boolean => ((is[part] ?? 0) & flag) !== 0
  const flagsOf = (kind: number, of: readonly number[]): number => {
    if (kind === PART.free || kind === PART.few || kind === PART.gap) return 0
    const needs =
      kind <= PART.words ||
      (kind === PART.oneOf
        ? of.length > 0 && of.every(part => has(part, NEEDS))
        : (kind === PART.row || kind === PART.some) && of.some(part => has(part, NEEDS)))
    return (kind === PART.hole || of.some(part => has(part, HOLED)) ? HOLED : 0) | (needs ? NEEDS : 0)
  }
  const part = (kind: number, of: readonly number[], word = ''): number => {
    const name = `${kind} ${of} ${word}`
    const same = numbers.get(name)
    if (same !== undefined) return same
    const number = is.length
    numbers.set(name, number)
    is.push(kind | flagsOf(kind, of))
    parts.push(of)
    if (kind <= PART.end) words.push(word)
    return number
  }
  const free = (kind: number, free: Free, ...most: readonly number[]): number =>
    part(kind, [FREE.indexOf(free), ...most])

  /** `..` is a few words at once */
  const row = (all: readonly number[]): number => {
    const own: number[] = []
    for (const one of all) {
      const last = own.at(-1)
      const [words, most = 0] = parts[one] ?? []
      const [before, few = 0] = last === undefined || kindOf(last) !== PART.few ? [] : (parts[last] ?? [])
      if (kindOf(one) === PART.few && words !== undefined && words === before)
        own[own.length - 1] = part(PART.few, [words, few + most])
      else own.push(one)
    }
    return part(PART.row, own)
  }
  const sorted = (all: readonly number[]): readonly number[] => [...new Set(all)].sort((one, other) => one - other)
  /** alternatives that are single words are one part */
  const oneOf = (all: readonly number[]): number => {
    const isWord = (one: number): boolean => kindOf(one) <= PART.end
    const single = sorted(all.filter(isWord))
    const words = single.length > 1 ? [part(PART.words, single)] : single
    const own = [...words, ...sorted(all.filter(one => !isWord(one)))]
    return own.length === 1 && own[0] !== undefined ? own[0] : part(PART.oneOf, own)
  }
  const make = (pattern: Pattern): number => {
    switch (pattern.is) {
      case 'word':
        return part(PART[pattern.match], [], pattern.word)
      case 'free':
        return free(PART.free, pattern.free)
      case 'hole':
        return part(PART.hole, [])
      case 'row':
        return row(pattern.parts.map(numberOf))
      case 'one-of':
        return oneOf(pattern.parts.map(numberOf))
      default:
        if (pattern.part.is === 'free' && pattern.is === 'any') return free(PART.gap, pattern.part.free)
        if (pattern.part.is === 'free' && pattern.is === 'perhaps') return free(PART.few, pattern.part.free, 1)
        return part(REPEATS[pattern.is], [numberOf(pattern.part)])
    }
  }
  const numberOf = (pattern: Pattern): number => {
    const same = made.get(pattern)
    if (same !== undefined) return same
    const number = make(pattern)
    made.set(pattern, number)
    return number
  }
  return { numberOf, bytes: () => written(is, parts, words) }
}
