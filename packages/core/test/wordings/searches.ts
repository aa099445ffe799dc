import { compiler } from '../../src/wordings/compile.ts'
import { parsePattern } from '../../src/wordings/pattern.ts'
import { patternsIn } from '../../src/wordings/patterns.ts'
import { type Search, searchOf } from '../../src/wordings/search.ts'

/** Searches for wordings, or for each of some put into a frame, as the build compiles them. */
export function searchesFor(wordings: readonly string[], frame?: string): readonly Search[] {
  const { numberOf, bytes } = compiler()
  const numbers = wordings.map(wording => numberOf(parsePattern(wording)))
  const around = frame === undefined ? null : numberOf(parsePattern(frame))
  const patterns = patternsIn(bytes)
  return numbers.map(number => (around === null ? searchOf(patterns, number) : searchOf(patterns, around, number)))
}

/** A search for one wording. */
export function searchFor(wording: string): Search {
  const [search] = searchesFor([wording])
  if (search === undefined) throw new Error('no wording')
  return search
}
