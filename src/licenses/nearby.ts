import type { Passage } from './clause.ts'
import type { Around } from './patterns/groups.ts'
import { everyIn, firstBetween, pin, pinPassage } from './patterns/search.ts'

/** Makes ready the passage at some place of a text for many patterns to be looked for in it, and tells its phrases. */
export const attend = (passages: readonly Passage[], place: number, { lower, lead, heading }: Passage): Around => ({
  own: pinPassage(passages, place, lower),
  lead: pin('lead', lead),
  heading: pin('heading', heading),
})

/** A run of phrases found one after the other. */
export interface Run {
  readonly start: number
  readonly end: number
  /** the words that each pattern matched, and where */
  readonly parts: readonly Part[]
}
interface Part {
  readonly at: number
  readonly words: string
}

/** enough for any real sentence; bounds the work on a crafted one */
const MOST_STARTS = 40

/**
 * The places where the patterns follow each other, each at most `within` characters after the end of the one before.
 * Patterns are plain phrases without gaps of their own, which keeps the search linear in the length of `text`.
 */
export function runs(text: string, within: number, first: RegExp, ...rest: readonly RegExp[]): Iterable<Run> {
  const start = at(text, first, 0, text.length)
  return start === null ? NONE : { [Symbol.iterator]: () => following(text, within, start, first, rest) }
}

/** The first run, or null. */
export function run(text: string, within: number, first: RegExp, ...rest: readonly RegExp[]): Run | null {
  const start = at(text, first, 0, text.length)
  return start === null ? null : (following(text, within, start, first, rest).next().value ?? null)
}

const NONE: readonly Run[] = []

/** plain, for most of the time of reading clauses goes by in here */
function following(
  text: string,
  within: number,
  start: Part,
  first: RegExp,
  rest: readonly RegExp[],
): Iterator<Run, undefined> {
  let starts = 0
  let from = 0
  return {
    next() {
      while (starts < MOST_STARTS) {
        const found = starts === 0 ? start : at(text, first, from, text.length)
        if (found === null) break
        starts++
        from = found.at + Math.max(1, found.words.length)
        const parts = [found]
        let last = found
        for (const pattern of rest) {
          const begin = last.at + last.words.length
          const next = at(text, pattern, begin, begin + within)
          if (next === null) break
          parts.push(next)
          last = next
        }
        if (parts.length > rest.length)
          return { done: false, value: { start: found.at, end: last.at + last.words.length, parts } }
      }
      starts = MOST_STARTS
      return { done: true, value: undefined }
    },
  }
}

/** The first match of a pattern in lower-case text: `pattern.exec(text)`, but tried only where it can begin. */
export const first = (text: string, pattern: RegExp): RegExpExecArray | null =>
  firstBetween(text, pattern, 0, text.length)

/** Whether a pattern matches in lower-case text. */
export const has = (text: string, pattern: RegExp): boolean => first(text, pattern) !== null

/** All matches of a pattern in lower-case text, one after the other: `text.matchAll(pattern)`, spared where there is none. */
export const every = (text: string, pattern: RegExp): Iterable<RegExpExecArray> => everyIn(text, pattern)

/** Whether both phrases stand within so many characters of each other, in either order. */
export function near(text: string, within: number, one: RegExp, other: RegExp): boolean {
  return run(text, within, one, other) !== null || run(text, within, other, one) !== null
}

function at(text: string, pattern: RegExp, from: number, to: number): Part | null {
  const match = firstBetween(text, pattern, from, to)
  return match === null ? null : { at: match.index, words: match[0] }
}
