import { type GramTable, gramTable } from './gram-table.ts'

/** A run of grams that stands in both texts. */
export interface Block {
  readonly file: number
  readonly license: number
  readonly length: number
}

/** The grams of a file; those of words that another text has taken are not open. */
export interface FileGrams {
  readonly grams: Uint32Array
  readonly open: Uint8Array
  readonly table: GramTable
}

type Pair = readonly [file: number, license: number]

interface Window {
  readonly fileFrom: number
  readonly fileTo: number
  readonly from: number
  readonly to: number
}

/** deeper than any real text needs; bounds the work on a crafted one */
const DEEPEST = 12

/**
 * Aligns a file with a known text, in order: patience diff. Grams that occur once on both sides are anchors, the
 * longest rising chain of them is kept, grown at both ends, and what is left between is aligned the same way.
 */
export function align({ grams, open, table }: FileGrams, license: Uint32Array): readonly Block[] {
  const blocks: Block[] = []
  const same = (f: number, l: number): boolean => open[f] === 1 && grams[f] === license[l]
  const fill = (window: Window, known: GramTable | null, depth: number): void => {
    if (window.fileFrom >= window.fileTo || window.from >= window.to || depth > DEEPEST) return
    const inside = known ?? gramTable(grams, open, window.fileFrom, window.fileTo)
    const once = anchors(inside, license, window)
    const chain = rising(once.length > 0 ? once : repeated(inside, grams, open, license, window))
    let { fileFrom, from } = window
    for (const [f, l] of chain) {
      if (f < fileFrom || l < from) continue
      let file = f
      let at = l
      while (file > fileFrom && at > from && same(file - 1, at - 1)) {
        file--
        at--
      }
      let length = f - file + 1
      while (file + length < window.fileTo && at + length < window.to && same(file + length, at + length)) length++
      fill({ fileFrom, fileTo: file, from, to: at }, null, depth + 1)
      blocks.push({ file, license: at, length })
      fileFrom = file + length
      from = at + length
    }
    if (chain.length > 0) fill({ ...window, fileFrom, from }, null, depth + 1)
  }
  fill({ fileFrom: 0, fileTo: grams.length, from: 0, to: license.length }, table, 0)
  return blocks
}

/** Pairs of positions of the grams that occur once in the window on both sides, by position in the license. */
function anchors(file: GramTable, license: Uint32Array, { from, to }: Window): readonly Pair[] {
  const seen = new Int32Array(file.size)
  const numbers = new Int32Array(to - from)
  for (let l = from; l < to; l++) {
    const number = file.find(license[l]!)
    numbers[l - from] = number
    if (number >= 0) seen[number]!++
  }
  const pairs: Pair[] = []
  for (let l = from; l < to; l++) {
    const number = numbers[l - from]!
    if (number >= 0 && seen[number] === 1 && file.count[number] === 1) pairs.push([file.first[number]!, l])
  }
  return pairs
}

/** Where nothing occurs once: the first of each side, the second of each side, and so on. */
function repeated(
  file: GramTable,
  grams: Uint32Array,
  open: Uint8Array,
  license: Uint32Array,
  window: Window,
): readonly Pair[] {
  const places: number[][] = []
  for (let f = window.fileFrom; f < window.fileTo; f++) {
    const number = open[f] === 1 ? file.find(grams[f]!) : -1
    if (number < 0) continue
    const list = places[number]
    if (list === undefined) places[number] = [f]
    else list.push(f)
  }
  const used = new Uint32Array(file.size)
  const pairs: Pair[] = []
  for (let l = window.from; l < window.to; l++) {
    const number = file.find(license[l]!)
    const f = number < 0 ? undefined : places[number]?.[used[number]!++]
    if (f !== undefined) pairs.push([f, l])
  }
  return pairs
}

/** The longest chain of pairs that rises on both sides (patience sorting, n log n). */
function rising(pairs: readonly Pair[]): readonly Pair[] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length)
  pairs.forEach(([file], i) => {
    const last = tops.length > 0 ? pairs[tops.at(-1)!]![0] : -1
    // nearly always the next pair goes on top
    let low = file > last ? tops.length : 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]![0] < file) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tops[low - 1]! : -1
    tops[low] = i
  })
  const chain: Pair[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(pairs[i]!)
  return chain.reverse()
}
