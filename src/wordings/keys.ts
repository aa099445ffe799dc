import type { Pattern } from './pattern.ts'

/** A word that a wording cannot do without, or how it begins or ends. */
export interface Key {
  readonly word: string
  readonly match: 'whole' | 'start' | 'end'
}

/**
 * Sets of words of each of which a pattern holds at least one: what must be met before it is worth a search. Empty where
 * nothing is certain.
 */
export function keysOf(pattern: Pattern): readonly (readonly Key[])[] {
  switch (pattern.is) {
    case 'word':
      return [[{ word: pattern.word, match: pattern.match }]]
    case 'row':
      return pattern.parts.flatMap(keysOf)
    case 'one-of': {
      const each = pattern.parts.map(part => rarest(keysOf(part), () => 1))
      return each.every(set => set !== null) ? [each.flat()] : []
    }
    case 'some':
      return keysOf(pattern.part)
    default:
      return []
  }
}

/** The set that is met most seldom, by how often its words are. */
export function rarest(sets: readonly (readonly Key[])[], often: (key: Key) => number): readonly Key[] | null {
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
