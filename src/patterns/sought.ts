import { type Marks, marksOf } from './marks.ts'
import { type Need, needOf } from './needs.ts'

/**
 * A pattern that is tried only in texts that may hold it. It finds what the pattern finds. A class, for there are
 * hundreds of them that are asked millions of times: what each does is compiled once for all.
 */
export class Sought {
  readonly #pattern: RegExp
  /** what it needs, written one after the other; made when it is first asked for */
  #need: Int32Array | null = null

  constructor(pattern: RegExp) {
    this.#pattern = pattern
  }

  /** Whether a text with these marks, or one that stands in it between words, may have it; false is sure. */
  mayBe(marks: Marks): boolean {
    return this.#may(marks)
  }

  /** @param marks of this very text, where they are at hand */
  test(text: string, marks: Marks = recent(text)): boolean {
    return this.#may(marks) && this.#pattern.test(text)
  }

  exec(text: string, marks: Marks = recent(text)): RegExpExecArray | null {
    return this.#may(marks) ? this.#pattern.exec(text) : null
  }

  /** Every match, of a pattern with the flag g. */
  all(text: string, marks: Marks = recent(text)): Iterable<RegExpExecArray> {
    return this.#may(marks) ? text.matchAll(this.#pattern) : NONE
  }

  /** `text.replace`, of a pattern with the flag g every match. */
  replace(text: string, by: string, marks: Marks = recent(text)): string {
    return this.#may(marks) ? text.replace(this.#pattern, by) : text
  }

  #may(marks: Marks): boolean {
    this.#need ??= Int32Array.from(written(needOf(this.#pattern)))
    return has(marks, this.#need, 0)
  }
}
const NONE: readonly RegExpExecArray[] = []

/** Makes a pattern one that is sought. */
export const sought = (pattern: RegExp): Sought => new Sought(pattern)

/** the texts looked at last: many patterns are sought in one after the other */
let latest: { text: string; marks: Marks } = { text: '', marks: marksOf('') }
let before = latest

/** The marks of a text, which are kept while patterns are sought in it. */
function recent(text: string): Marks {
  if (text === latest.text) return latest.marks
  const kept = before
  before = latest
  latest = text === kept.text ? kept : { text, marks: marksOf(text) }
  return latest.marks
}

/** Looks at a text whose marks are at hand: what is sought next is sought in it. */
export function lookAt(text: string, marks: Marks): void {
  if (text === latest.text) return
  before = latest
  latest = { text, marks }
}

const MARKS = 0
const ALL = 1
const ANY = 2

/** A need as numbers: what it is, how many numbers follow, and these: hashes, or other needs. Nothing at all is always there. */
function written(need: Need): readonly number[] {
  if (need === null) return [MARKS, 0]
  const inside = need.is === 'marks' ? need.hashes : need.of.flatMap(written)
  return [need.is === 'marks' ? MARKS : need.is === 'all' ? ALL : ANY, inside.length, ...inside]
}

/** Whether a text may have what is needed; false is sure. */
function has(marks: Marks, needs: Int32Array, at: number): boolean {
  const is = needs[at]
  const end = at + 2 + (needs[at + 1] ?? 0)
  let next = at + 2
  if (is === MARKS) {
    const { bits, from, shift } = marks
    for (; next < end; next++) {
      const place = (needs[next] ?? 0) >>> shift
      if (((bits[from + (place >>> 5)] ?? 0) & (1 << (place & 31))) === 0) return false
    }
    return true
  }
  while (next < end) {
    if (has(marks, needs, next) === (is === ANY)) return is === ANY
    next += 2 + (needs[next + 1] ?? 0)
  }
  return is === ALL
}
