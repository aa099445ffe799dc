import { type Graph, KIND, NEEDS, PART } from './patterns.ts'
import { grown } from './rows.ts'

/** Which words of patterns are met among those that it was last begun with, and where. */
export interface Met {
  begin(words: readonly string[], width: number): void
  /** Says that no words of a part, by its number, are missing. */
  mayBe(part: number): boolean
  /** Where the row of bits of a part begins that is words: a bit for each place where one is met; -1 where none is. */
  rowOf(part: number): number
  readonly places: Int32Array
}

/** Begins with no words. */
export function metIn({ is, first, parts, keysOf }: Graph): Met {
  /** words have a number, by which what was kept of others is told */
  let round = 0
  let width = 1
  let used = 0
  /** by part, the round in which it was met, and where its row is */
  const rounds = new Int32Array(is.length)
  const rows = new Int32Array(is.length)
  /** by part, twice the round, and one more where it may be among the words */
  const possible = new Int32Array(is.length)

  function newRow(part: number): number {
    rounds[part] = round
    rows[part] = used
    const row = used
    used += width
    if (met.places.length < used) met.places = grown(met.places, used)
    met.places.fill(0, row, used)
    return row
  }

  function mayBe(part: number): boolean {
    const kind = is[part] ?? 0
    if ((kind & NEEDS) === 0) return true
    if ((kind & KIND) <= PART.end) return rounds[part] === round
    const known = possible[part] ?? 0
    if (known >> 1 === round) return (known & 1) === 1
    const isAny = (kind & KIND) === PART.oneOf || (kind & KIND) === PART.words
    let may = !isAny
    const end = first[part + 1] ?? 0
    for (let at = first[part] ?? 0; at < end; at++)
      if (mayBe(parts[at] ?? 0) === isAny) {
        may = isAny
        break
      }
    possible[part] = 2 * round + (may ? 1 : 0)
    return may
  }

  const met: Met & { places: Int32Array } = {
    places: new Int32Array(1024),
    begin(words, next) {
      round++
      width = next
      used = 0
      for (let at = 0; at < words.length; at++) {
        const keys = keysOf(words[at] ?? '')
        for (let number = 0; number < keys.length; number++) {
          const key = keys[number] ?? 0
          const bits = (rounds[key] === round ? (rows[key] ?? 0) : newRow(key)) + (at >>> 5)
          met.places[bits] = (met.places[bits] ?? 0) | (1 << (at & 31))
        }
      }
    },
    mayBe,
    rowOf(part) {
      if (rounds[part] === round) return rows[part] ?? 0
      if (((is[part] ?? 0) & KIND) !== PART.words || !mayBe(part)) return -1
      const to = newRow(part)
      const end = first[part + 1] ?? 0
      for (let at = first[part] ?? 0; at < end; at++) {
        const key = parts[at] ?? 0
        if (rounds[key] !== round) continue
        const from = rows[key] ?? 0
        for (let bits = 0; bits < width; bits++)
          met.places[to + bits] = (met.places[to + bits] ?? 0) | (met.places[from + bits] ?? 0)
      }
      return to
    },
  }
  return met
}
