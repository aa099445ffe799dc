import type { Graph, Node } from './graph.ts'
import { looseKinds, type Sentence } from './loose.ts'
import { grown, rowsOf } from './rows.ts'

/** Where a pattern stands in a sentence: its first and last word, by number. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** Reads the parts of a graph in the sentence that it was last begun with. */
export interface Reader {
  begin(sentence: Sentence): void
  /** Says that no words of a part, by its number, are missing. */
  mayBe(part: number): boolean
  /** At most so many places, the nearest end first; none ends before the word `own`. */
  places(root: Node, hole: Node | null, own: number, most: number): readonly Place[]
  /** Says whether a part is all the words. */
  isWhole(root: Node): boolean
}

/** Makes a reader, which has read nothing. */
export function readerOf(graph: Graph): Reader {
  let sentence: Sentence | null = null
  let words: readonly string[] | null = null
  let sets = -1
  /** a sentence that is read has a number, by which what was kept of another one is told */
  let round = 0
  let met = new Int32Array(0)
  let places = new Int32Array(0)
  /** by node, twice the round, and one more where it may be in the sentence */
  let possible = new Int32Array(0)
  /** by node, the round in which it was read from all places, and where the result is kept */
  let read = new Int32Array(0)
  let kept = new Int32Array(0)
  const results: Int32Array[] = []
  const loose = looseKinds()
  const rows = rowsOf()
  let back = false
  let filled: Node | null = null

  const begin = (next: Sentence): void => {
    if (sentence !== next || sets !== graph.sets) {
      if (words !== next.words) place(next.words, 0)
      else if (sets !== graph.sets) place(next.words, sets)
      if (sentence !== next) loose.read(next)
      sentence = next
    }
    if (possible.length < graph.nodes) {
      possible = grown(possible, graph.nodes)
      read = grown(read, graph.nodes)
      kept = grown(kept, graph.nodes)
    }
  }

  /** Where in the sentence each set of words is met; of one that was begun before, those that were made since. */
  function place(next: readonly string[], since: number): void {
    if (since === 0) {
      words = next
      rows.begin(next.length + 1)
      round++
      results.length = 0
    }
    sets = graph.sets
    const { width } = rows
    if (met.length < sets) met = grown(met, sets)
    if (places.length < sets * width) places = grown(places, sets * width)
    for (let at = 0; at < next.length; at++) {
      const of = graph.setsOf(next[at] ?? '')
      const bits = at >>> 5
      const bit = 1 << (at & 31)
      for (let number = 0; number < of.length; number++) {
        const set = of[number] ?? 0
        if (set < since) continue
        const row = set * width
        if (met[set] !== round) {
          met[set] = round
          for (let of = row; of < row + width; of++) places[of] = 0
        }
        places[row + bits] = (places[row + bits] ?? 0) | bit
      }
    }
  }

  const { needs } = graph

  function mayBe(node: number): boolean {
    const set = needs.set[node] ?? -1
    if (set >= 0 && met[set] !== round) return false
    const count = needs.count[node] ?? 0
    if (count === 0) return true
    const known = possible[node] ?? 0
    if (known >> 1 === round) return (known & 1) === 1
    const isAny = needs.any[node] === true
    let may = !isAny
    const first = needs.first[node] ?? 0
    for (let at = first; at < first + count; at++)
      if (mayBe(needs.parts[at] ?? 0) === isAny) {
        may = isAny
        break
      }
    possible[node] = 2 * round + (may ? 1 : 0)
    return may
  }

  function repeat(node: Node, from: number, to: number): void {
    const [part] = node.parts
    if (part === undefined) return
    const seen = rows.room()
    if (node.is === 'any') rows.join(from, seen)
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
  function none({ is, parts: [part] }: Node, from: number, to: number): void {
    const all = rows.room()
    for (let at = 0; at <= (words?.length ?? 0); at++) rows.set(all, at)
    const denied = rows.room()
    const before = back
    back = is === 'none-here'
    if (part && mayBe(part.id)) run(part, all, denied, false)
    back = before
    rows.move(from, all)
    rows.take(denied, all)
    rows.join(all, to)
  }

  /** Reads a part from all places in one row of bits, and marks where it ends in another. */
  function run(node: Node, from: number, to: number, isAll: boolean): void {
    if (node.is === 'words') {
      if (met[node.set] === round) rows.over(places, node.set * rows.width, from, to, back)
      return
    }
    if (!isAll || node.holed || (node.is !== 'row' && node.is !== 'one-of')) {
      const before = rows.top
      runAnew(node, from, to, isAll)
      rows.top = before
      return
    }
    if (read[node.id] !== round) {
      const before = rows.top
      const row = rows.room()
      runAnew(node, from, row, true)
      read[node.id] = round
      kept[node.id] = results.push(rows.copy(row)) - 1
      rows.top = before
    }
    const result = results[kept[node.id] ?? 0]
    if (result !== undefined) rows.add(result, to)
  }

  function runAnew(node: Node, from: number, to: number, isAll: boolean): void {
    switch (node.is) {
      case 'row': {
        const { length } = node.parts
        if (length === 0) rows.join(from, to)
        let row = from
        for (let at = 0; at < length; at++) {
          const part = node.parts[back ? length - 1 - at : at]
          const after = at === length - 1 ? to : rows.room()
          if (part) run(part, row, after, isAll && at === 0)
          if (at < length - 1 && rows.isEmpty(after)) return
          row = after
        }
        return
      }
      case 'one-of':
        for (const part of node.parts) if (mayBe(part.id)) run(part, from, to, isAll)
        return
      case 'perhaps':
        rows.join(from, to)
        if (node.parts[0] && mayBe(node.parts[0].id)) run(node.parts[0], from, to, isAll)
        return
      case 'free':
        rows.over(loose.of(node.free).bits, 0, from, to, back)
        return
      case 'few': {
        let row = from
        rows.join(row, to)
        for (let at = 0; at < node.most; at++) {
          const after = rows.room()
          rows.over(loose.of(node.free).bits, 0, row, after, back)
          rows.join(after, to)
          row = after
        }
        return
      }
      case 'gap':
        rows.far(back ? loose.of(node.free).behind : loose.of(node.free).ahead, from, to, back)
        return
      case 'none-here':
      case 'none-before':
        none(node, from, to)
        return
      case 'hole':
        if (filled !== null) run(filled, from, to, isAll)
        return
      default:
        repeat(node, from, to)
    }
  }

  function placesOf(root: Node, hole: Node | null, own: number, most: number): readonly Place[] {
    const { length } = words ?? []
    const found: Place[] = []
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

  function isWhole(root: Node): boolean {
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
