/**
 * Which known texts hold a gram. Each different gram has a number, in the order in which the texts first show them, so
 * that a stretch that texts share mostly has numbers that follow one another. Grams that stand in the same texts are of
 * one group. A gram that a text repeats has an entry for each time it can be found there, so that shared grams are
 * counted as often as both sides have them.
 */
export interface GramIndex {
  /** by text: the number of each of its grams, in order; none for a twin of an earlier text */
  readonly texts: readonly Int32Array[]
  /** by number: the gram */
  readonly grams: Uint32Array
  /** pairs of a gram and its number plus one; open addressing, since a Map of so many is too slow to fill */
  readonly table: Uint32Array
  /** a bit for each beginning of a gram that is there: small enough to be near, it spares most looks in the table */
  readonly seen: Uint32Array
  /** by entry, of which the first are the numbers: its group, and the entry of the next time in one text or 0 */
  readonly groups: Int32Array
  readonly again: Int32Array
  /** the texts of each group, one group after the other, and by group where they begin; one more tells the end */
  readonly members: Uint16Array
  readonly begins: Int32Array
  /** by text: how many different grams it has */
  readonly sizes: Int32Array
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

/** What a table starts with at most: more slots than different grams of what is shipped, so that it need not grow. */
const FIRST_SLOTS = 1 << 19

/** leading bits of a gram by which it is seen at all: a quarter of a megabyte */
const SEEN_BITS = 21

/** The number of a gram, or -1 where no known text has it. */
export function numberOf({ table, seen }: GramIndex, gram: number): number {
  if ((seen[gram >>> (37 - SEEN_BITS)]! & (1 << ((gram >>> (32 - SEEN_BITS)) & 31))) === 0) return -1
  return table[slotOf(table, gram) + 1]! - 1
}

/** Where in the table a gram stands or would stand. */
function slotOf(table: Uint32Array, gram: number): number {
  const mask = table.length - 1
  let slot = (gram << 1) & mask
  while (table[slot + 1] !== 0 && table[slot] !== gram) slot = (slot + 2) & mask
  return slot
}

/** Groups while texts are entered one by one: a group becomes another one when a text is added to some of its grams. */
interface Growing {
  /** by entry */
  readonly groups: Int32Array
  readonly again: Int32Array
  /** by group: the text added last, and the group it was added to; group 0 has none */
  readonly added: Int32Array
  readonly from: Int32Array
}

/** Numbers the grams of texts; an empty text takes no part. */
export function gramIndex(known: readonly Uint32Array[]): GramIndex {
  const most = known.reduce((sum, grams) => sum + grams.length, 0) + 1
  let slots = 16
  while (slots < FIRST_SLOTS && slots < most * 2) slots *= 2
  let table = new Uint32Array(slots * 2)
  const numbers = new Int32Array(most)
  const grams = new Uint32Array(most)
  let size = 0
  let at = 0
  const texts: Int32Array[] = []
  for (const text of known) {
    const begin = at
    let number = -1
    for (let i = 0; i < text.length; i++) {
      const gram = text[i]!
      number++
      // mostly it follows the one before it as it did in an earlier text
      if (number >= size || grams[number] !== gram) {
        const slot = slotOf(table, gram)
        number = table[slot + 1]! - 1
        if (number < 0) {
          number = size++
          grams[number] = gram
          table[slot] = gram
          table[slot + 1] = size
          if (size * 4 > table.length) table = grown(table)
        }
      }
      numbers[at++] = number
    }
    texts.push(numbers.subarray(begin, at))
  }
  const growing = grow(texts, size, most)
  const { members, begins } = settle(growing)
  const sizes = sizesOf(growing.groups.subarray(0, size), members, begins, known.length)
  return {
    texts,
    grams: grams.slice(0, size),
    table,
    seen: seenOf(grams.subarray(0, size)),
    sizes,
    groups: growing.groups,
    again: growing.again,
    members,
    begins,
    scratch: {
      marks: new Int32Array(size),
      times: new Int32Array(begins.length),
      more: new Int32Array(begins.length),
      hits: new Int32Array(known.length),
      extra: new Int32Array(known.length),
    },
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

function grown(table: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(table.length * 2)
  for (let slot = 0; slot < table.length; slot += 2) {
    if (table[slot + 1] === 0) continue
    const to = slotOf(larger, table[slot]!)
    larger[to] = table[slot]!
    larger[to + 1] = table[slot + 1]!
  }
  return larger
}

/** Enters each text: at most as many entries and groups come of it as there are grams. */
function grow(texts: readonly Int32Array[], size: number, most: number): Growing {
  const groups = new Int32Array(most)
  const again = new Int32Array(most)
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
  for (let id = 1; id <= texts.length; id++) {
    const text = texts[id - 1]!
    for (let i = 0; i < text.length; i++) {
      const number = text[i]!
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
  return { groups: groups.subarray(0, entries), again: again.subarray(0, entries), added, from }
}

/** Keeps the groups that still have grams, each with its texts side by side. */
function settle({ groups, added, from }: Growing): Pick<GramIndex, 'members' | 'begins'> {
  const kept = new Int32Array(added.length)
  const begins: number[] = []
  let members = new Uint16Array(1 << 10)
  let end = 0
  for (let entry = 0; entry < groups.length; entry++) {
    const group = groups[entry]!
    if (kept[group] === 0) {
      begins.push(end)
      kept[group] = begins.length
      for (let one = group; one !== 0; one = from[one]!) {
        if (end === members.length) {
          const larger = new Uint16Array(end * 2)
          larger.set(members)
          members = larger
        }
        members[end++] = added[one]!
      }
    }
    groups[entry] = kept[group]! - 1
  }
  begins.push(end)
  return { members, begins: Int32Array.from(begins) }
}

/** How many of these groups each text is in. */
function sizesOf(groups: Int32Array, members: Uint16Array, begins: Int32Array, texts: number): Int32Array {
  const times = new Int32Array(begins.length)
  for (let number = 0; number < groups.length; number++) times[groups[number]!]!++
  const sizes = new Int32Array(texts)
  for (let group = 0; group + 1 < begins.length; group++) {
    for (let i = begins[group]!; i < begins[group + 1]!; i++) sizes[members[i]!]! += times[group]!
  }
  return sizes
}
