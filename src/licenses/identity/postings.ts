/**
 * Which texts hold a gram, for one gram in four. An open-addressing table of pairs (gram, entry), each entry a list
 * through `next`; a Map of half a million is too slow to fill.
 */
export interface Postings {
  readonly table: Uint32Array
  readonly text: Uint16Array
  readonly next: Uint32Array
  /** by text: how many entries it has */
  readonly sizes: Uint32Array
}

/** One gram in four is looked up: enough to find a text, a quarter of the work. */
export const isSampled = (gram: number): boolean => (gram & 3) === 0

/** Where in the table a gram stands; its entry is 0 when it is not there. */
export function placeOf(table: Uint32Array, gram: number): number {
  const mask = table.length - 1
  let place = (gram >>> 1) & mask & ~1
  while (table[place + 1] !== 0 && table[place] !== gram) place = (place + 2) & mask
  return place
}

/** What a table starts with: more slots than different sampled grams of what is shipped, so that it need not grow. */
const FIRST_SLOTS = 1 << 17

/** Enters the sampled grams of each text, each once. */
export function postings(texts: readonly Uint32Array[]): Postings {
  const most = Math.ceil(texts.reduce((sum, grams) => sum + grams.length, 0) / 2) + 1
  let table = new Uint32Array(FIRST_SLOTS * 2)
  let used = 0
  const text = new Uint16Array(most)
  const next = new Uint32Array(most)
  const sizes = new Uint32Array(texts.length)
  let entry = 1
  texts.forEach((grams, id) => {
    for (let i = 0; i < grams.length && entry < most; i++) {
      const gram = grams[i]!
      if (!isSampled(gram)) continue
      const place = placeOf(table, gram)
      const head = table[place + 1]!
      // the text that was added last stands first: a gram it repeats is entered once
      if (head !== 0 && text[head] === id) continue
      text[entry] = id
      next[entry] = head
      table[place] = gram
      table[place + 1] = entry++
      sizes[id]!++
      if (head === 0 && ++used * 3 > table.length) table = grown(table)
    }
  })
  return { table, text, next, sizes }
}

function grown(table: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(table.length * 2)
  for (let place = 0; place < table.length; place += 2) {
    if (table[place + 1] === 0) continue
    const to = placeOf(larger, table[place]!)
    larger[to] = table[place]!
    larger[to + 1] = table[place + 1]!
  }
  return larger
}
