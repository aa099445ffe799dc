import type { Pattern } from './pattern.ts'

/** A word that a wording cannot do without, or how it begins or ends. */
export interface Key {
  readonly word: string
  readonly match: 'whole' | 'start' | 'end'
}

/** How often a word is met, by any measure. */
export type Often = (key: Key) => number

/**
 * Sets of words of each of which a pattern holds at least one: what must be met before it is worth a search. Empty
 * where nothing is certain.
 */
export function keysOf(pattern: Pattern, often: Often): readonly (readonly Key[])[] {
  switch (pattern.is) {
    case 'word':
      return [[{ word: pattern.word, match: pattern.match }]]
    case 'row':
      return pattern.parts.flatMap(part => keysOf(part, often))
    case 'one-of': {
      const each = pattern.parts.map(part => rarest(keysOf(part, often), often))
      return each.every(set => set !== null) ? [each.flat()] : []
    }
    case 'some':
      return keysOf(pattern.part, often)
    default:
      return []
  }
}

/** The set that is met most seldom, by how often its words are. */
export function rarest(sets: readonly (readonly Key[])[], often: Often): readonly Key[] | null {
  let best: readonly Key[] | null = null
  let least = Number.POSITIVE_INFINITY
  for (const set of sets) {
    const count = set.reduce((sum, key) => sum + often(key), 0)
    if (count >= least) continue
    least = count
    best = set
  }
  return best
}
