import { type ByteReader, type ByteWriter, readNumber } from './bytes.ts'

/**
 * License families share long stretches, so the stream of grams of all texts is kept as runs: new grams, or a copy of
 * a stretch that came before.
 */

/** a shorter copy saves few bytes and costs time to read */
const SHORTEST_COPY = 4

/** Writes the stream as pairs of "this many new" and "copy from here so many", and returns the new ones. */
export function writeRuns(stream: Uint32Array, out: ByteWriter): readonly number[] {
  const seen = new Map<number, number>()
  const fresh: number[] = []
  let at = 0
  let pending = 0
  while (at < stream.length) {
    const from = seen.get(stream[at]!)
    let length = 0
    if (from !== undefined)
      while (at + length < stream.length && stream[from + length] === stream[at + length]) length++
    if (length >= SHORTEST_COPY) {
      out.number(pending)
      out.number(length)
      out.number(from!)
      pending = 0
    } else {
      length = 1
      fresh.push(stream[at]!)
      pending++
    }
    for (let i = at; i < at + length; i++) seen.set(stream[i]!, i)
    at += length
  }
  out.number(pending)
  out.number(0)
  return fresh
}

/** Reads a stream of `length` grams back; throws RangeError when the runs do not make one. */
export function readRuns(length: number, runs: ByteReader, fresh: Uint32Array): Uint32Array {
  const stream = new Uint32Array(length)
  let at = 0
  let next = 0
  for (;;) {
    const pending = readNumber(runs)
    if (pending > fresh.length - next || pending > length - at) throw new RangeError('fingerprints hold too many grams')
    put(stream, at, fresh, next, pending)
    next += pending
    at += pending
    const copy = readNumber(runs)
    if (copy === 0) break
    const from = readNumber(runs)
    if (from >= at || copy > length - at) throw new RangeError('fingerprints copy what is not there')
    put(stream, at, stream, from, copy)
    at += copy
  }
  if (at !== length) throw new RangeError('fingerprints hold too few grams')
  return stream
}

/** One by one, since a copy may overlap what it writes. */
function put(stream: Uint32Array, at: number, source: Uint32Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) stream[at + i] = source[from + i]!
}
