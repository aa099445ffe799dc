/** Finds the place of a number in a list of distinct ones; -1 where it is not. A table of open addresses, half full. */
export const indexOf = (numbers: Uint32Array): ((number: number) => number) => {
  let size = 2
  while (size < numbers.length * 2) size *= 2
  /* a number and, beside it, its place and one: both come with one look at the memory */
  const table = new Uint32Array(size * 2)
  const mask = size - 1
  for (let place = 0; place < numbers.length; place++) {
    let slot = spread(numbers[place]!) & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = numbers[place]!
    table[slot * 2 + 1] = place + 1
  }
  return number => {
    let slot = spread(number) & mask
    for (let found = table[slot * 2 + 1]!; found !== 0; found = table[slot * 2 + 1]!) {
      if (table[slot * 2] === number) return found - 1
      slot = (slot + 1) & mask
    }
    return -1
  }
}

const spread = (number: number): number => Math.imul(number, 0x9e3779b1) >>> 7
