/** Finds the place of a number in a list of distinct ones; -1 where it is not. A table of open addresses, half full. */
export const indexOf = (numbers: Uint32Array): ((number: number) => number) => {
  let size = 2
  while (size < numbers.length * 2) size *= 2
  const keys = new Uint32Array(size)
  const places = new Int32Array(size).fill(-1)
  const mask = size - 1
  for (let place = 0; place < numbers.length; place++) {
    let slot = spread(numbers[place]!) & mask
    while (places[slot]! >= 0) slot = (slot + 1) & mask
    keys[slot] = numbers[place]!
    places[slot] = place
  }
  return number => {
    let slot = spread(number) & mask
    while (places[slot]! >= 0) {
      if (keys[slot] === number) return places[slot]!
      slot = (slot + 1) & mask
    }
    return -1
  }
}

const spread = (number: number): number => (Math.imul(number, 0x9e3779b1) >>> 8) | 0
