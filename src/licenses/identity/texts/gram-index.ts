/**
 * Which known texts hold a gram. Each different gram has a number, in the order in which the texts first show them, so
 * that a stretch that texts share mostly has numbers that follow one another. Grams that stand in the same texts are of
 * one group. A gram that a text repeats has an entry for each time it can be found there, so that shared grams are
 * counted as often as both sides have them.
 */
export interface GramIndex {
  /** the numbers of the grams of each text, in order, and by text where they end; a twin of an earlier text has none */
  readonly numbers: Uint32Array
  readonly ends: Uint32Array
  /** by number: the gram */
  readonly grams: Uint32Array
  /** numbers plus one; open addressing by their grams, since a Map of so many is too slow to fill */
  readonly table: Uint32Array
  /** a bit for each beginning of a gram that is there: small enough to be near, it spares most looks in the table */
  readonly seen: Uint32Array
  /** by entry, of which the first are the numbers: its group, and the entry of the next time in one text or 0 */
  readonly groups: Uint32Array
  readonly again: Uint32Array
  /** the texts of each group, one group after the other, and by group where they begin; one more tells the end */
  readonly members: Uint16Array
  readonly begins: Uint32Array
  /** by text: how many different grams it has */
  readonly sizes: Uint32Array
  readonly scratch: Scratch
}

/** Room to count in, so that none has to be made for each file. */
interface Scratch {
  /** by number: what the file being read has called it; see `fileGrams` */
  readonly marks: Int32Array
  /** by group: how many of its grams were met, and how many once more; zeros between two looks for candidates */
  readonly times: Int32Array
  readonly more: Int32Array
  /** the same by text */
  readonly hits: Int32Array
  readonly extra: Int32Array
}

/** The numbers of the grams of a text. */
export const numbersOf = ({ numbers, ends }: GramIndex, id: number): Uint32Array =>
  numbers.subarray(ends[id - 1] ?? 0, ends[id])

/** Room for an index. */
export function scratchFor({ grams, begins, sizes }: Pick<GramIndex, 'grams' | 'begins' | 'sizes'>): Scratch {
  return {
    marks: new Int32Array(grams.length),
    times: new Int32Array(begins.length),
    more: new Int32Array(begins.length),
    hits: new Int32Array(sizes.length),
    extra: new Int32Array(sizes.length),
  }
}

/** What a table starts with at most: more slots than different grams of what is shipped, so that it need not grow. */
const FIRST_SLOTS = 1 << 19

/** leading bits of a gram by which it is seen at all: a quarter of a megabyte */
const SEEN_BITS = 21

/** The number of a gram, or -1 where no known text has it. */
export function numberOf({ table, grams, seen }: GramIndex, gram: number): number {
  if ((seen[gram >>> (37 - SEEN_BITS)]! & (1 << ((gram >>> (32 - SEEN_BITS)) & 31))) === 0) return -1
  return table[slotOf(table, grams, gram)]! - 1
}

/** Where in the table a gram stands or would stand. */
function slotOf(table: Uint32Array, grams: Uint32Array, gram: number): number {
  const mask = table.length - 1
  let slot = gram & mask
  while (table[slot] !== 0 && grams[table[slot]! - 1] !== gram) slot = (slot + 1) & mask
  return slot
}

/** Groups while texts are entered one by one: a group becomes another one when a text is added to some of its grams. */
interface Growing {
  /** by entry */
  readonly groups: Int32Array
  readonly again: Uint32Array
  /** by group: the text added last, and the group it was added to; group 0 has none */
  readonly added: Int32Array
  readonly from: Int32Array
}

/** Numbers the grams of texts; an empty text takes no part. */
export function gramIndex(known: readonly Uint32Array[]): GramIndex {
  const most = known.reduce((sum, grams) => sum + grams.length, 0) + 1
  let slots = 16
  while (slots < FIRST_SLOTS && slots < most * 2) slots *= 2
  let table = new Uint32Array(slots)
  const numbers = new Uint32Array(most)
  const grams = new Uint32Array(most)
  let size = 0
  let at = 0
  const ends = new Uint32Array(known.length)
  for (let id = 0; id < known.length; id++) {
    const text = known[id]!
    let number = -1
    for (let i = 0; i < text.length; i++) {
      const gram = text[i]!
      number++
      // mostly it follows the one before it as it did in an earlier text
      if (number >= size || grams[number] !== gram) {
        const slot = slotOf(table, grams, gram)
        number = table[slot]! - 1
        if (number < 0) {
          number = size++
          grams[number] = gram
          table[slot] = size
          if (size * 2 > table.length) table = grown(table, grams)
        }
      }
      numbers[at++] = number
    }
    ends[id] = at
  }
  const growing = grow(numbers, ends, size, most)
  const settled = settle(growing)
  const sizes = sizesOf(settled.groups.subarray(0, size), settled.members, settled.begins, known.length)
  const own = { grams: grams.slice(0, size), sizes, begins: settled.begins }
  return {
    ...settled,
    ...own,
    numbers: numbers.slice(0, at),
    ends,
    table,
    seen: seenOf(own.grams),
    again: growing.again,
    scratch: scratchFor(own),
  }
}

function seenOf(grams: Uint32Array): Uint32Array {
  const seen = new Uint32Array(1 << (SEEN_BITS - 5))
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i]!
    seen[gram >>> (37 - SEEN_BITS)]! |= 1 << ((gram >>> (32 - SEEN_BITS)) & 31)
  }
  return seen
}

function grown(table: Uint32Array, grams: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(table.length * 2)
  for (const number of table) if (number !== 0) larger[slotOf(larger, grams, grams[number - 1]!)] = number
  return larger
}

/** Enters each text: at most as many entries and groups come of it as there are grams. */
function grow(numbers: Uint32Array, ends: Uint32Array, size: number, most: number): Growing {
  const groups = new Int32Array(most)
  const again = new Uint32Array(most)
  const added = new Int32Array(most)
  const from = new Int32Array(most)
  /** by number: the text that had it last, counted from one, and the entry for the last time there */
  const last = new Int32Array(size)
  const tail = new Int32Array(size)
  /** by group: the text that was last added to it, counted from one, and what became of it */
  const grew = new Int32Array(most)
  const larger = new Int32Array(most)
  let entries = size
  let count = 1
  let i = 0
  for (let id = 1; id <= ends.length; id++) {
    for (const end = ends[id - 1]!; i < end; i++) {
      const number = numbers[i]!
      let entry = number
      if (last[number] === id) {
        const before = tail[number]!
        if (again[before] === 0) again[before] = entries++
        entry = again[before]!
      }
      last[number] = id
      tail[number] = entry
      const was = groups[entry]!
      if (grew[was] !== id) {
        grew[was] = id
        larger[was] = count
        added[count] = id - 1
        from[count++] = was
      }
      groups[entry] = larger[was]!
    }
  }
  return { groups: groups.subarray(0, entries), again: again.slice(0, entries), added, from }
}

/** Keeps the groups that still have grams, each with its texts side by side. */
function settle({ groups, added, from }: Growing): Pick<GramIndex, 'groups' | 'members' | 'begins'> {
  const settled = new Uint32Array(groups.length)
  const kept = new Int32Array(added.length)
  /** group 0 has no texts */
  const begins = [0]
  let members = new Uint16Array(1 << 10)
  let end = 0
  for (let entry = 0; entry < groups.length; entry++) {
    const group = groups[entry]!
    if (kept[group] === 0) {
      begins.push(end)
      kept[group] = begins.length - 1
      for (let one = group; one !== 0; one = from[one]!) {
        if (end === members.length) {
          const larger = new Uint16Array(end * 2)
          larger.set(members)
          members = larger
        }
        members[end++] = added[one]!
      }
    }
    settled[entry] = kept[group]!
  }
  begins.push(end)
  return { groups: settled, members: members.slice(0, end), begins: Uint32Array.from(begins) }
}

/** How many of these groups each text is in. */
function sizesOf(groups: Uint32Array, members: Uint16Array, begins: Uint32Array, texts: number): Uint32Array {
  const times = new Int32Array(begins.length)
  for (let number = 0; number < groups.length; number++) times[groups[number]!]!++
  const sizes = new Uint32Array(texts)
  for (let group = 0; group + 1 < begins.length; group++) {
    for (let i = begins[group]!; i < begins[group + 1]!; i++) sizes[members[i]!]! += times[group]!
  }
  return sizes
}
