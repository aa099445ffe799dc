/**
 * Which known texts hold a gram: of each text a sample of its grams, which is all of them where it is short. A gram is
 * in the sample by its own low bits, so that a file is looked up with the same sample.
 */
export interface GramIndex extends GramTable {
  /** the texts of each gram, one gram after the other, and by its number where they begin; one more tells the end */
  readonly texts: Uint16Array
  readonly begins: Uint32Array
  /** by text: its different grams in the sample, and that one in so many is */
  readonly sizes: Uint32Array
  readonly rates: Uint32Array
}

/** Numbers grams: open addressing, since a Map of so many is too slow to fill. */
interface GramTable {
  /** by slot: a gram, and its number; 0 where the slot is free */
  readonly grams: Uint32Array
  readonly numbers: Uint32Array
}

/** Room for so many different grams. */
export function gramTable(most: number): GramTable {
  let slots = 16
  while (slots < most * 2) slots *= 2
  return { grams: new Uint32Array(slots), numbers: new Uint32Array(slots) }
}

/** Where a gram stands or would stand. */
export function slotOf({ grams, numbers }: GramTable, gram: number): number {
  const mask = grams.length - 1
  let slot = (gram >>> 4) & mask
  while (numbers[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & mask
  return slot
}

/** of a longer text every second gram is entered, or every fourth … until no more are left */
const MOST_ENTERED = 96
const LOWEST_RATE = 16

/** Enters texts; an empty one takes no part. */
export function gramIndex(known: readonly Uint32Array[]): GramIndex {
  const rates = Uint32Array.from(known, ({ length }) => {
    let rate = 1
    while (rate < LOWEST_RATE && length / rate > MOST_ENTERED) rate *= 2
    return rate
  })
  const samples = known.map((text, id) => sampleOf(text, rates[id]! - 1))
  const most = samples.reduce((sum, { length }) => sum + length, 0)
  const table = gramTable(most)
  /** by entry: the number of its gram; by number: the text that had it last, counted from one, and where its own end */
  const entered = new Uint32Array(most)
  const last = new Uint32Array(most + 1)
  const ends = new Uint32Array(most + 2)
  const sizes = new Uint32Array(known.length)
  let count = 0
  let entries = 0
  samples.forEach((sample, id) => {
    for (const gram of sample) {
      const slot = slotOf(table, gram)
      if (table.numbers[slot] === 0) {
        table.grams[slot] = gram
        table.numbers[slot] = ++count
      }
      const number = table.numbers[slot]!
      if (last[number] === id + 1) continue
      last[number] = id + 1
      entered[entries++] = number
      ends[number + 1]!++
      sizes[id]!++
    }
  })
  for (let number = 1; number <= count + 1; number++) ends[number]! += ends[number - 1]!
  const begins = ends.slice(0, count + 2)
  const texts = new Uint16Array(entries)
  let entry = 0
  sizes.forEach((size, id) => {
    for (const end = entry + size; entry < end; entry++) texts[ends[entered[entry]!]!++] = id
  })
  return { ...table, texts, begins, sizes, rates }
}

function sampleOf(text: Uint32Array, mask: number): Uint32Array {
  const sample = new Uint32Array(text.length)
  let size = 0
  for (let i = 0; i < text.length; i++) if ((text[i]! & mask) === 0) sample[size++] = text[i]!
  return sample.subarray(0, size)
}

/** what an index is written as: its grams by number, and its arrays, the longer numbers first */
const INDEX_HEAD = 3

/** Writes an index, so that it need not be made again. */
export function encodeIndex({ grams, numbers, texts, begins, sizes, rates }: GramIndex): Uint8Array {
  const byNumber = new Uint32Array(begins.length - 1)
  numbers.forEach((number, slot) => {
    if (number !== 0) byNumber[number] = grams[slot]!
  })
  const head = Uint32Array.of(begins.length, sizes.length, texts.length)
  const longer = [head, byNumber, begins, sizes, rates].flatMap(array => [...array])
  const bytes = new Uint8Array(longer.length * 4 + texts.byteLength)
  bytes.set(new Uint8Array(Uint32Array.from(longer).buffer))
  bytes.set(new Uint8Array(texts.buffer, texts.byteOffset, texts.byteLength), longer.length * 4)
  return bytes
}

/** Reads an index of so many texts; null where it is one of others. */
export function decodeIndex(bytes: Uint8Array, known: number): GramIndex | null {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  let at = byteOffset
  const take = (length: number): Uint32Array => {
    const taken = new Uint32Array(buffer, at, length)
    at += taken.byteLength
    return taken
  }
  const [count = 0, texts = 0, entries = 0] = take(INDEX_HEAD)
  if (texts !== known) return null
  const grams = take(count - 1)
  const table = gramTable(count)
  for (let number = 1; number < grams.length; number++) {
    const slot = slotOf(table, grams[number]!)
    table.grams[slot] = grams[number]!
    table.numbers[slot] = number
  }
  const [begins, sizes, rates] = [take(count), take(texts), take(texts)]
  return { ...table, texts: new Uint16Array(buffer, at, entries), begins, sizes, rates }
}
