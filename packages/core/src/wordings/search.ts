import { once } from '../once.ts'
import { looseKinds, type Sentence } from './loose.ts'
import { metIn } from './met.ts'
import { FREE, type Graph, HOLED, KIND, PART, type Patterns } from './patterns.ts'
import { rowsOf } from './rows.ts'

/** Where a pattern stands in a sentence: its first and last word, by number. */
interface MatchedPlace {
  readonly from: number
  readonly to: number
}

/** Reads parts of patterns, by their numbers, in the sentence that it was last begun with. */
interface Matcher {
  begin(sentence: Sentence): void
  /** Says that no words of a part are missing. */
  mayBe(part: number): boolean
  /** At most so many places, the nearest end first; none ends before the word `own`. `hole` is put into the root. */
  places(root: number, hole: number | null, own: number, most: number): readonly MatchedPlace[]
  /** Says whether a part is all the words. */
  isWhole(root: number): boolean
}

/** Makes a reader, which has read nothing. */
function matcherOf(graph: Graph): Matcher {
  const { is, first, parts } = graph
  let sentence: Sentence | null = null
  let words: readonly string[] | null = null
  const met = metIn(graph)
  /** a sentence that is read has a number, by which what was kept of another one is told */
  let reading = 0
  /** by part, the reading in which it was read from all places, and where the result is kept */
  const read = new Int32Array(is.length)
  const kept = new Int32Array(is.length)
  const results: Int32Array[] = []
  const { mayBe } = met
  const loose = looseKinds()
  const rows = rowsOf()
  let back = false
  let filled: number | null = null

  const begin = (next: Sentence): void => {
    if (sentence === next) return
    if (words !== next.words) {
      words = next.words
      rows.begin(words.length + 1)
      met.begin(words, rows.width)
    }
    loose.read(next)
    reading++
    results.length = 0
    sentence = next
  }

  function repeat(part: number, isAny: boolean, from: number, to: number): void {
    const seen = rows.room()
    if (isAny) rows.join(from, seen)
    let latest = from
    for (;;) {
      const after = rows.room()
      run(part, latest, after, false)
      rows.take(seen, after)
      if (rows.isEmpty(after)) break
      rows.join(after, seen)
      // the rows of two rounds are enough
      if (latest !== from) {
        rows.move(after, latest)
        rows.top = after
      } else latest = after
    }
    rows.join(seen, to)
  }

  /** Keeps of the places those at which a part does not begin, or does not end. */
  function none(part: number, isHere: boolean, from: number, to: number): void {
    const all = rows.room()
    for (let at = 0; at <= (words?.length ?? 0); at++) rows.set(all, at)
    const denied = rows.room()
    const before = back
    back = isHere
    if (mayBe(part)) run(part, all, denied, false)
    back = before
    rows.move(from, all)
    rows.take(denied, all)
    rows.join(all, to)
  }

  /** Reads a part from all places in one row of bits, and marks where it ends in another. */
  function run(part: number, from: number, to: number, isAll: boolean): void {
    const kind = (is[part] ?? 0) & KIND
    if (kind <= PART.words) {
      const row = met.rowOf(part)
      if (row >= 0) rows.over(met.places, row, from, to, back)
      return
    }
    const before = rows.top
    if (!isAll || (kind !== PART.row && kind !== PART.oneOf) || ((is[part] ?? 0) & HOLED) !== 0) {
      runAnew(part, kind, from, to, isAll)
      rows.top = before
      return
    }
    if (read[part] !== reading) {
      const found = rows.room()
      runAnew(part, kind, from, found, true)
      read[part] = reading
      kept[part] = results.push(rows.copy(found)) - 1
      rows.top = before
    }
    const result = results[kept[part] ?? 0]
    if (result !== undefined) rows.add(result, to)
  }

  function runAnew(part: number, kind: number, from: number, to: number, isAll: boolean): void {
    const begin = first[part] ?? 0
    const end = first[part + 1] ?? 0
    const only = parts[begin] ?? 0
    switch (kind) {
      case PART.row: {
        if (begin === end) rows.join(from, to)
        let latest = from
        for (let at = begin; at < end; at++) {
          const isLast = at === end - 1
          const after = isLast ? to : rows.room()
          run(parts[back ? begin + end - 1 - at : at] ?? 0, latest, after, isAll && at === begin)
          if (!isLast && rows.isEmpty(after)) return
          latest = after
        }
        return
      }
      case PART.oneOf:
        for (let at = begin; at < end; at++) {
          const one = parts[at] ?? 0
          if (mayBe(one)) run(one, from, to, isAll)
        }
        return
      case PART.perhaps:
        rows.join(from, to)
        if (mayBe(only)) run(only, from, to, isAll)
        return
      case PART.free:
        rows.over(looseOf(only).bits, 0, from, to, back)
        return
      case PART.few: {
        const most = parts[begin + 1] ?? 0
        let latest = from
        rows.join(latest, to)
        for (let at = 0; at < most; at++) {
          const after = rows.room()
          rows.over(looseOf(only).bits, 0, latest, after, back)
          rows.join(after, to)
          latest = after
        }
        return
      }
      case PART.gap:
        rows.far(back ? looseOf(only).behind : looseOf(only).ahead, from, to, back)
        return
      case PART.noneHere:
      case PART.noneBefore:
        none(only, kind === PART.noneHere, from, to)
        return
      case PART.hole:
        if (filled !== null) run(filled, from, to, isAll)
        return
      default:
        repeat(only, kind === PART.any, from, to)
    }
  }
  const looseOf = (free: number) => loose.of(FREE[free] ?? 'plain')

  function placesOf(root: number, hole: number | null, own: number, most: number): readonly MatchedPlace[] {
    const { length } = words ?? []
    const found: MatchedPlace[] = []
    rows.top = 0
    back = false
    filled = hole
    const all = rows.room()
    rows.fill(all)
    const ends = rows.room()
    run(root, all, ends, true)
    back = true
    const before = rows.top
    for (let end = Math.max(1, own + 1); end <= length && found.length < most; end++) {
      if (!rows.has(ends, end)) continue
      rows.top = before
      const last = rows.room()
      rows.set(last, end)
      const begins = rows.room()
      run(root, last, begins, false)
      let from = 0
      while (from < end && !rows.has(begins, from)) from++
      if (from < end) found.push({ from, to: end - 1 })
    }
    return found
  }

  function isWhole(root: number): boolean {
    rows.top = 0
    back = false
    filled = null
    const first = rows.room()
    rows.set(first, 0)
    const ends = rows.room()
    run(root, first, ends, false)
    return rows.has(ends, words?.length ?? 0)
  }

  return { begin, mayBe, places: placesOf, isWhole }
}

export type { MatchedPlace, Sentence }

/** Looks for a pattern anywhere in a sentence. */
export interface Search {
  /** Says quickly that the pattern is not in a sentence; else it may be. */
  mayBeIn(sentence: Sentence): boolean
  isIn(sentence: Sentence): boolean
  /** Says whether all words of a sentence are one that the pattern means. */
  isWhole(sentence: Sentence): boolean
  /** The longest place of the nearest end that is not before a word; null where there is none. */
  first(sentence: Sentence, own: number): MatchedPlace | null
  /** Of each end the longest place, the nearest end first. */
  places(sentence: Sentence): readonly MatchedPlace[]
}

/**
 * One reader for all: a part of a pattern is read for all beginnings at once. From the set of places between words
 * where it may begin it makes the set of those where it ends. Sets are rows of bits, so that the time is that of the
 * sentence, whatever the patterns are.
 */
const reading = once((graph: Graph) => matcherOf(graph))

/** A search for a pattern by its number, or for one that has another in its hole. */
export function searchOf({ graph }: Patterns, root: number, hole: number | null = null): Search {
  const begun = (sentence: Sentence) => {
    const reader = reading(graph())
    reader.begin(sentence)
    return reader.mayBe(root) && (hole === null || reader.mayBe(hole)) ? reader : null
  }
  const placesFrom = (sentence: Sentence, own: number, most: number): readonly MatchedPlace[] =>
    begun(sentence)?.places(root, hole, own, most) ?? NONE
  return {
    mayBeIn: sentence => begun(sentence) !== null,
    isIn: sentence => placesFrom(sentence, 0, 1).length > 0,
    isWhole: sentence => begun(sentence)?.isWhole(root) ?? false,
    first: (sentence, own) => placesFrom(sentence, own, 1)[0] ?? null,
    places: sentence => placesFrom(sentence, 0, Number.POSITIVE_INFINITY),
  }
}
const NONE: readonly MatchedPlace[] = []
