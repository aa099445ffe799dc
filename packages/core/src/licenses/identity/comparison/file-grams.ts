import { gramTable, slotOf } from '../texts/gram-index.ts'

/**
 * The grams of a file, but not those of words that a known text has taken. They are called by small numbers of their
 * own, so that what is kept for each is small too.
 */
export interface FileGrams {
  /** by place in the file: what its gram is called, or -1 */
  readonly names: Int32Array
  /** by name: the gram, how often it stands there, and where in `places` these begin */
  readonly grams: Uint32Array
  readonly counts: Int32Array
  readonly begins: Int32Array
  /** the places of each name, in order */
  readonly places: Int32Array
  /** what each gram of another text is called here, -1 where it does not stand */
  namesIn(text: Uint32Array): Int32Array
}

/** Calls the grams of a file by names; of those that are `taken`, none. */
export function fileGrams(all: Uint32Array, taken: Uint8Array): FileGrams {
  const table = gramTable(all.length)
  const names = new Int32Array(all.length).fill(-1)
  const own = new Uint32Array(all.length)
  const counts = new Int32Array(all.length)
  let size = 0
  let open = 0
  for (let i = 0; i < all.length; i++) {
    if (taken[i] === 1) continue
    const gram = all[i]!
    const slot = slotOf(table, gram)
    if (table.numbers[slot] === 0) {
      table.grams[slot] = gram
      own[size] = gram
      table.numbers[slot] = ++size
    }
    const name = table.numbers[slot]! - 1
    names[i] = name
    counts[name]!++
    open++
  }
  const begins = new Int32Array(size)
  const ends = new Int32Array(size)
  for (let name = 0, at = 0; name < size; name++) {
    begins[name] = ends[name] = at
    at += counts[name]!
  }
  const places = new Int32Array(open)
  for (let i = 0; i < names.length; i++) if (names[i]! >= 0) places[ends[names[i]!]!++] = i
  return {
    names,
    grams: own.subarray(0, size),
    counts,
    begins,
    places,
    namesIn(text) {
      const called = new Int32Array(text.length)
      for (let i = 0; i < text.length; i++) called[i] = table.numbers[slotOf(table, text[i]!)]! - 1
      return called
    },
  }
}
