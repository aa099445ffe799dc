/** Which pieces of text, by their number, are in a text: `seen` holds a 1 for each, `found` their numbers. */
export interface Sought {
  readonly seen: Uint8Array
  readonly found: readonly number[]
}

/** Looks for many pieces of text in one pass over a text. */
export type Seeker = (text: string) => Sought

/**
 * A seeker of these pieces, none of them empty (Aho and Corasick 1975): a step per character, however many pieces there
 * are.
 */
export function seekerOf(pieces: readonly string[]): Seeker {
  const classOf = classesOf(pieces)
  const width = classOf.count
  const trie = trieOf(pieces, classOf.of, width)
  const { next, ends } = linked(trie.next, trie.ends, width)
  return text => {
    const seen = new Uint8Array(pieces.length)
    const found: number[] = []
    let state = 0
    for (let at = 0; at < text.length; at++) {
      state = next[state * width + (classOf.of[text.charCodeAt(at)] ?? 0)] ?? 0
      const here = ends[state]
      if (here === undefined || here === NONE) continue
      for (const piece of here) {
        if (seen[piece] === 1) continue
        seen[piece] = 1
        found.push(piece)
      }
    }
    return { seen, found }
  }
}

const NONE: readonly number[] = []

/** Characters that stand in a piece have a class of their own, all others are class 0. */
function classesOf(pieces: readonly string[]): { readonly of: Uint16Array; readonly count: number } {
  const of = new Uint16Array(0x10000)
  let count = 1
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at++) if (of[piece.charCodeAt(at)] === 0) of[piece.charCodeAt(at)] = count++
  return { of, count }
}

function trieOf(pieces: readonly string[], classOf: Uint16Array, width: number) {
  const states = 1 + pieces.reduce((sum, piece) => sum + piece.length, 0)
  const next = new Int32Array(states * width)
  const ends: (readonly number[])[] = [NONE]
  pieces.forEach((piece, number) => {
    let state = 0
    for (let at = 0; at < piece.length; at++) {
      const slot = state * width + (classOf[piece.charCodeAt(at)] ?? 0)
      if (next[slot] === 0) next[slot] = ends.push(NONE) - 1
      state = next[slot] ?? 0
    }
    ends[state] = [...(ends[state] ?? NONE), number]
  })
  return { next: next.slice(0, ends.length * width), ends }
}

/** Where a piece breaks off, what has been read may be the beginning of another. */
function linked(next: Int32Array, ends: (readonly number[])[], width: number) {
  const fails = new Int32Array(ends.length)
  const queue: number[] = []
  for (let slot = 1; slot < width; slot++) if (next[slot]) queue.push(next[slot] ?? 0)
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0
    const fail = fails[state] ?? 0
    const more = ends[fail] ?? NONE
    if (more.length > 0) ends[state] = [...(ends[state] ?? NONE), ...more]
    for (let slot = 0; slot < width; slot++) {
      const to = next[state * width + slot] ?? 0
      if (to === 0) next[state * width + slot] = next[fail * width + slot] ?? 0
      else {
        fails[to] = next[fail * width + slot] ?? 0
        queue.push(to)
      }
    }
  }
  return { next, ends }
}
