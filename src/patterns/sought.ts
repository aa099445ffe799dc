import { type Marks, marksOf } from './marks.ts'
import { type Need, needOf } from './needs.ts'

/** A pattern that is tried only in texts that may hold it. It finds what the pattern finds. */
export interface Sought {
  /** @param marks of this very text, where they are at hand */
  test(text: string, marks?: Marks): boolean
  exec(text: string, marks?: Marks): RegExpExecArray | null
  /** every match, of a pattern with the flag g */
  all(text: string, marks?: Marks): Iterable<RegExpExecArray>
  /** `text.replace`, of a pattern with the flag g every match */
  replace(text: string, by: string, marks?: Marks): string
}

/** Makes a pattern one that is sought. It is taken apart when it is first asked for. */
export function sought(pattern: RegExp): Sought {
  let may: ((marks: Marks) => boolean) | null = null
  const maybe = (text: string, marks = recent(text)): boolean => {
    may ??= compiled(needOf(pattern))
    return may(marks)
  }
  return {
    test: (text, marks) => maybe(text, marks) && pattern.test(text),
    exec: (text, marks) => (maybe(text, marks) ? pattern.exec(text) : null),
    replace: (text, by, marks) => (maybe(text, marks) ? text.replace(pattern, by) : text),
    all: (text, marks) => (maybe(text, marks) ? text.matchAll(pattern) : NONE),
  }
}
const NONE: readonly RegExpExecArray[] = []

/** the texts looked at last: many patterns are sought in one after the other */
let latest: { text: string; marks: Marks } = { text: '', marks: marksOf('') }
let before = latest

/** The marks of a text, which are kept while patterns are sought in it. */
export function recent(text: string): Marks {
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

/** A need as a question to marks. */
function compiled(need: Need): (marks: Marks) => boolean {
  if (need === null) return () => true
  if (need.is === 'marks') {
    const hashes = Int32Array.from(need.hashes)
    return ({ bits, from, shift }) => {
      for (let at = 0; at < hashes.length; at++) {
        const place = (hashes[at] ?? 0) >>> shift
        if (((bits[from + (place >>> 5)] ?? 0) & (1 << (place & 31))) === 0) return false
      }
      return true
    }
  }
  const plain = need.of.flatMap(one => (one?.is === 'marks' ? [one.hashes] : []))
  const others = need.of.filter(one => one?.is !== 'marks').map(compiled)
  if (need.is === 'all') {
    const every = [...(plain.length > 0 ? [compiled({ is: 'marks', hashes: plain.flat() })] : []), ...others]
    return marks => every.every(one => one(marks))
  }
  // one after the other in one list: how many of the next belong together, and these
  const packed = Int32Array.from(plain.flatMap(hashes => [hashes.length, ...hashes]))
  return marks => {
    const { bits, from, shift } = marks
    for (let at = 0; at < packed.length; ) {
      const end = at + 1 + (packed[at] ?? 0)
      let next = at + 1
      while (next < end) {
        const place = (packed[next] ?? 0) >>> shift
        if (((bits[from + (place >>> 5)] ?? 0) & (1 << (place & 31))) === 0) break
        next++
      }
      if (next === end) return true
      at = end
    }
    for (const one of others) if (one(marks)) return true
    return false
  }
}
