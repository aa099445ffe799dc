import { once } from '../once.ts'
import type { Pattern } from './pattern.ts'

/** The words of a sentence, with their beginnings and endings, and what was found of the parts of patterns in it. */
interface Held {
  readonly words: ReadonlySet<string>
  readonly starts: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
  readonly parts: Map<Pattern, boolean>
}

/** a word is no longer than this where its beginnings and endings are told */
const LONGEST = 40

const heldIn = once((words: readonly string[]): Held => {
  const starts = new Set<string>()
  const ends = new Set<string>()
  const all = new Set(words)
  for (const word of all)
    for (let at = 0; at <= Math.min(word.length, LONGEST); at++) {
      starts.add(word.slice(0, at))
      ends.add(word.slice(word.length - at))
    }
  return { words: all, starts, ends, parts: new Map() }
})

/**
 * Whether the words that a pattern cannot do without are there, by the pattern alone: most wordings that share a word
 * with a sentence are not in it, and need not be made ready to be looked for.
 */
export const mayHold = (words: readonly string[], pattern: Pattern): boolean => holds(heldIn(words), pattern)

function holds(held: Held, pattern: Pattern): boolean {
  switch (pattern.is) {
    case 'word': {
      const { word, match } = pattern
      return (
        word.length > LONGEST || held[match === 'whole' ? 'words' : match === 'start' ? 'starts' : 'ends'].has(word)
      )
    }
    case 'row':
    case 'one-of':
    case 'some': {
      const known = held.parts.get(pattern)
      if (known !== undefined) return known
      const holdsIt = (part: Pattern): boolean => holds(held, part)
      const may =
        pattern.is === 'one-of'
          ? pattern.parts.some(holdsIt)
          : 'parts' in pattern
            ? pattern.parts.every(holdsIt)
            : holdsIt(pattern.part)
      held.parts.set(pattern, may)
      return may
    }
    default:
      return true
  }
}
