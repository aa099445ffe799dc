/** A run of phrases found one after the other. */
export interface Run {
  readonly start: number
  readonly end: number
  /** the words that each pattern matched, and where */
  readonly parts: readonly { readonly at: number; readonly words: string }[]
}

/** enough for any real sentence; bounds the work on a crafted one */
const MOST_STARTS = 40

/** the longest phrase a pattern may match, in characters */
const LONGEST = 80

/**
 * The places where the patterns follow each other, each at most `within` characters after the end of the one before.
 * Patterns are plain phrases without gaps of their own, which keeps the search linear in the length of `text`.
 */
export function* runs(text: string, within: number, first: RegExp, ...rest: readonly RegExp[]): Generator<Run> {
  let from = 0
  for (let starts = 0; starts < MOST_STARTS; starts++) {
    const found = at(text, first, from, text.length)
    if (!found) return
    const parts = [found]
    for (const pattern of rest) {
      const last = parts.at(-1) ?? found
      const begin = last.at + last.words.length
      const next = at(text, pattern, begin, begin + within)
      if (!next) break
      parts.push(next)
    }
    if (parts.length === rest.length + 1) {
      const last = parts.at(-1) ?? found
      yield { start: found.at, end: last.at + last.words.length, parts }
    }
    from = found.at + Math.max(1, found.words.length)
  }
}

/** The first run, or null. */
export function run(text: string, within: number, first: RegExp, ...rest: readonly RegExp[]): Run | null {
  const next = runs(text, within, first, ...rest).next()
  return next.done ? null : next.value
}

/** Whether both phrases stand within so many characters of each other, in either order. */
export function near(text: string, within: number, one: RegExp, other: RegExp): boolean {
  return run(text, within, one, other) !== null || run(text, within, other, one) !== null
}

function at(text: string, pattern: RegExp, from: number, to: number): { at: number; words: string } | null {
  const whole = from === 0 && to >= text.length
  const match = pattern.exec(whole ? text : text.slice(from, to + LONGEST))
  return match && from + match.index <= to ? { at: from + match.index, words: match[0] } : null
}
