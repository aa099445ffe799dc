/** The grams of a part of a file: where each stands and how often. Open addressing, since a Map is ten times slower. */
export interface GramTable {
  /** the number of a gram from 0, or -1 when it is not there */
  find(gram: number): number
  /** by number: how often it stands there */
  readonly count: Uint32Array
  /** by number: where it stands first */
  readonly first: Uint32Array
  /** how many different ones there are */
  readonly size: number
}

/** Takes the open grams from `from` to before `to`. */
export function gramTable(grams: Uint32Array, open: Uint8Array, from: number, to: number): GramTable {
  let slots = 16
  while (slots < (to - from) * 2) slots *= 2
  const mask = slots - 1
  const keys = new Uint32Array(slots)
  const numbers = new Int32Array(slots)
  const count = new Uint32Array(to - from)
  const first = new Uint32Array(to - from)
  let size = 0
  for (let i = from; i < to; i++) {
    if (open[i] === 0) continue
    const gram = grams[i]!
    let slot = gram & mask
    while (numbers[slot] !== 0 && keys[slot] !== gram) slot = (slot + 1) & mask
    if (numbers[slot] === 0) {
      keys[slot] = gram
      first[size] = i
      numbers[slot] = ++size
    }
    count[numbers[slot]! - 1]!++
  }
  const find = (gram: number): number => {
    let slot = gram & mask
    while (numbers[slot] !== 0 && keys[slot] !== gram) slot = (slot + 1) & mask
    return numbers[slot]! - 1
  }
  return { find, count, first, size }
}
