/**
 * Rows of bits, one for each place between the words of a sentence, that are made and dropped as a stack: which places
 * of a sentence may begin or end something.
 */
export interface WordRows {
  /** Begins anew, with room for so many places in a row. */
  begin(places: number): void
  /** A new row, no bit of it set, by where it is kept. */
  room(): number
  /** where the next row will be; set back, what is above is dropped */
  top: number
  readonly width: number
  isEmpty(row: number): boolean
  has(row: number, at: number): boolean
  set(row: number, at: number): void
  /** Sets all bits of a row. */
  fill(row: number): void
  /** Adds the bits of a row to another one. */
  join(from: number, to: number): void
  /** Takes the bits of a row from another one. */
  take(these: number, from: number): void
  /** Goes over one word of those marked, forward, or `back` from where it ends. */
  over(marked: Int32Array, first: number, from: number, to: number, back: boolean): void
  /** Goes over any number of words, as far as is said for each place. */
  far(reach: Int32Array, from: number, to: number, back: boolean): void
  /** The bits of a row, to be kept. */
  copy(row: number): Int32Array
  /** Adds bits that were kept. */
  add(kept: Int32Array, to: number): void
  /** Puts a row in the place of another one. */
  move(row: number, to: number): void
}

const BITS = 32

/** How many numbers hold the bits of so many places. */
export const widthOf = (places: number): number => Math.ceil(places / BITS)

/** A stack of rows, with none in it. */
export function rowsOf(): WordRows {
  let stack = new Int32Array(1024)
  let length = 0
  const has = (row: number, at: number): boolean => (((stack[row + (at >>> 5)] ?? 0) >>> (at & 31)) & 1) === 1
  const set = (row: number, at: number): void => {
    stack[row + (at >>> 5)] = (stack[row + (at >>> 5)] ?? 0) | (1 << (at & 31))
  }
  const rows: WordRows & { width: number } = {
    top: 0,
    width: 1,
    begin(places) {
      length = places
      rows.width = widthOf(places)
      rows.top = 0
    },
    room() {
      const row = rows.top
      rows.top += rows.width
      if (rows.top > stack.length) stack = grown(stack, 2 * rows.top)
      for (let at = row; at < rows.top; at++) stack[at] = 0
      return row
    },
    isEmpty(row) {
      for (let at = row; at < row + rows.width; at++) if (stack[at] !== 0) return false
      return true
    },
    has,
    set,
    fill(row) {
      for (let at = 0; at < length; at += BITS)
        stack[row + (at >>> 5)] = length - at < BITS ? (1 << (length - at)) - 1 : -1
    },
    join(from, to) {
      for (let at = 0; at < rows.width; at++) stack[to + at] = (stack[to + at] ?? 0) | (stack[from + at] ?? 0)
    },
    take(these, from) {
      for (let at = 0; at < rows.width; at++) stack[from + at] = (stack[from + at] ?? 0) & ~(stack[these + at] ?? 0)
    },
    over(marked, first, from, to, back) {
      let carry = 0
      if (back)
        for (let at = rows.width - 1; at >= 0; at--) {
          const bits = stack[from + at] ?? 0
          stack[to + at] = (stack[to + at] ?? 0) | (((bits >>> 1) | carry) & (marked[first + at] ?? 0))
          carry = bits << 31
        }
      else
        for (let at = 0; at < rows.width; at++) {
          const bits = (stack[from + at] ?? 0) & (marked[first + at] ?? 0)
          stack[to + at] = (stack[to + at] ?? 0) | (bits << 1) | carry
          carry = bits >>> 31
        }
    },
    far(reach, from, to, back) {
      if (back)
        for (let at = length - 1, last = length; at >= 0; at--) {
          if (at < last && stack[from + (at >>> 5)] === 0) {
            at &= -BITS
            continue
          }
          if (has(from, at)) last = Math.min(last, reach[at] ?? at)
          if (at >= last) set(to, at)
        }
      else
        for (let at = 0, last = -1; at < length; at++) {
          if (at > last && stack[from + (at >>> 5)] === 0) {
            at |= BITS - 1
            continue
          }
          if (has(from, at)) last = Math.max(last, reach[at] ?? at)
          if (at <= last) set(to, at)
        }
    },
    copy: row => stack.slice(row, row + rows.width),
    add(kept, to) {
      for (let at = 0; at < rows.width; at++) stack[to + at] = (stack[to + at] ?? 0) | (kept[at] ?? 0)
    },
    move(row, to) {
      stack.copyWithin(to, row, row + rows.width)
    },
  }
  return rows
}

/** The same numbers with room for more. */
export function grown(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(size, 2 * old.length))
  larger.set(old)
  return larger
}
