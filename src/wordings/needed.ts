import { once } from '../once.ts'
import type { Pattern } from './pattern.ts'

/** The words of a sentence, by their first letter and by their last, and what was found of the parts of patterns. */
interface Held {
  readonly words: ReadonlySet<string>
  readonly starts: ReadonlyMap<number, readonly string[]>
  readonly ends: ReadonlyMap<number, readonly string[]>
  readonly parts: Map<Pattern, boolean>
}

const heldIn = once((words: readonly string[]): Held => {
  const starts = new Map<number, string[]>()
  const ends = new Map<number, string[]>()
  const all = new Set(words)
  for (const word of all) {
    enter(starts, word.charCodeAt(0), word)
    enter(ends, word.charCodeAt(word.length - 1), word)
  }
  return { words: all, starts, ends, parts: new Map() }
})

function enter(by: Map<number, string[]>, letter: number, word: string): void {
  const all = by.get(letter)
  if (all === undefined) by.set(letter, [word])
  else all.push(word)
}

/**
 * Whether the words that a pattern cannot do without are there, by the pattern alone: most wordings that share a word
 * with a sentence are not in it, and need not be made ready to be looked for.
 */
export const mayHold = (words: readonly string[], pattern: Pattern): boolean => holds(heldIn(words), pattern)

function holds(held: Held, pattern: Pattern): boolean {
  switch (pattern.is) {
    case 'word': {
      const { word, match } = pattern
      if (match === 'whole') return held.words.has(word)
      return match === 'start'
        ? (held.starts.get(word.charCodeAt(0))?.some(one => one.startsWith(word)) ?? false)
        : (held.ends.get(word.charCodeAt(word.length - 1))?.some(one => one.endsWith(word)) ?? false)
    }
    case 'row':
    case 'one-of':
    case 'some': {
      const known = held.parts.get(pattern)
      if (known !== undefined) return known
      const isAny = pattern.is === 'one-of'
      let may = !isAny
      for (const part of 'parts' in pattern ? pattern.parts : [pattern.part])
        if (holds(held, part) === isAny) {
          may = isAny
          break
        }
      held.parts.set(pattern, may)
      return may
    }
    default:
      return true
  }
}
