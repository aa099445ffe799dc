import type { FileGrams } from './file-grams.ts'

/** A run of grams that stands in both texts. */
export interface AlignedRun {
  readonly file: number
  readonly license: number
  readonly length: number
}

/** Places in the file and in the license, of which those with the same index belong together. */
interface Pairs {
  readonly file: number[]
  readonly license: number[]
}

/** deeper than any real text needs; bounds the work on a crafted one */
const DEEPEST_SPLIT = 12

/**
 * Aligns a file with a known text, in order: patience diff. Grams that occur once on both sides are anchors, the
 * longest rising chain of them is kept, grown at both ends, and what is left between is aligned the same way.
 * `license` holds what its grams are called in the file.
 */
export function align(file: FileGrams, license: Int32Array): readonly AlignedRun[] {
  const { names, counts, begins, places } = file
  const blocks: AlignedRun[] = []
  /** by name: how often it was met in the window; nothing outside of `pairs` */
  const met = new Int32Array(begins.length)

  /** Where in `places` the first is that is not before `from`. */
  const firstFrom = (name: number, from: number): number => {
    let low = begins[name]!
    let high = low + counts[name]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]! < from) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Where in the window of the file a name stands, if once; else -1. */
  const onlyIn = (name: number, from: number, to: number): number => {
    if (counts[name] === 1) {
      const only = places[begins[name]!]!
      return only >= from && only < to ? only : -1
    }
    const place = firstFrom(name, from)
    const end = begins[name]! + counts[name]!
    if (place === end || places[place]! >= to || (place + 1 < end && places[place + 1]! < to)) return -1
    return places[place]!
  }
  /** Pairs of a window: grams that occur once on both sides; where none does, the first of each side, and so on. */
  const pairs = (fileFrom: number, fileTo: number, from: number, to: number): Pairs => {
    const once: Pairs = { file: [], license: [] }
    let shared = 0
    for (let l = from; l < to; l++) {
      const name = license[l]!
      if (name < 0) continue
      met[name]!++
      shared++
    }
    if (shared === 0) return once
    for (let l = from; l < to; l++) {
      const name = license[l]!
      if (name < 0 || met[name] !== 1) continue
      const f = onlyIn(name, fileFrom, fileTo)
      if (f < 0) continue
      once.file.push(f)
      once.license.push(l)
    }
    for (let l = from; l < to; l++) if (license[l]! >= 0) met[license[l]!] = 0
    if (once.file.length > 0) return once
    for (let l = from; l < to; l++) {
      const name = license[l]!
      if (name < 0) continue
      const place = firstFrom(name, fileFrom) + met[name]!++
      if (place >= begins[name]! + counts[name]! || places[place]! >= fileTo) continue
      once.file.push(places[place]!)
      once.license.push(l)
    }
    for (let l = from; l < to; l++) if (license[l]! >= 0) met[license[l]!] = 0
    return once
  }

  const fill = (fileFrom: number, fileTo: number, from: number, to: number, depth: number): void => {
    if (fileFrom >= fileTo || from >= to || depth > DEEPEST_SPLIT) return
    const chain = rising(pairs(fileFrom, fileTo, from, to))
    let nextFile = fileFrom
    let next = from
    for (let i = 0; i < chain.file.length; i++) {
      const f = chain.file[i]!
      const l = chain.license[i]!
      if (f < nextFile || l < next) continue
      let begin = f
      let at = l
      while (begin > nextFile && at > next && names[begin - 1] === license[at - 1] && names[begin - 1]! >= 0) {
        begin--
        at--
      }
      let end = f + 1
      let to2 = l + 1
      while (end < fileTo && to2 < to && names[end] === license[to2] && names[end]! >= 0) {
        end++
        to2++
      }
      fill(nextFile, begin, next, at, depth + 1)
      blocks.push({ file: begin, license: at, length: end - begin })
      nextFile = end
      next = to2
    }
    if (chain.file.length > 0) fill(nextFile, fileTo, next, to, depth + 1)
  }
  fill(0, names.length, 0, license.length, 0)
  return blocks
}

/** The longest chain of pairs that rises on both sides (patience sorting, n log n). */
function rising(pairs: Pairs): Pairs {
  const { file, license } = pairs
  let sorted = 1
  while (sorted < file.length && file[sorted]! > file[sorted - 1]!) sorted++
  if (sorted >= file.length) return pairs
  const tops: number[] = []
  const before = new Int32Array(file.length)
  for (let i = 0; i < file.length; i++) {
    const place = file[i]!
    const last = tops.length > 0 ? file[tops[tops.length - 1]!]! : -1
    // nearly always the next pair goes on top
    let low = place > last ? tops.length : 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (file[tops[middle]!]! < place) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tops[low - 1]! : -1
    tops[low] = i
  }
  const chain: number[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(i)
  chain.reverse()
  return { file: chain.map(i => file[i]!), license: chain.map(i => license[i]!) }
}
