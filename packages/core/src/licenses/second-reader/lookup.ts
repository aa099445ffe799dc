/** leading bits by which a number is looked up */
const BITS = 16

/**
 * Finds the place of a number in a list of distinct ones in ascending order; -1 where it is not. They are spread
 * evenly, so that few begin with the same bits.
 */
export const numberIndex = (numbers: Uint32Array): ((number: number) => number) => {
  const shift = Math.max(0, 32 - BITS - Math.clz32(numbers.at(-1) ?? 0))
  /** by leading bits, where the numbers with these begin; one more tells the end */
  const begins = new Uint32Array((1 << BITS) + 1)
  for (let place = 0; place < numbers.length; place++) begins[(numbers[place]! >>> shift) + 1]!++
  for (let bits = 0; bits < 1 << BITS; bits++) begins[bits + 1]! += begins[bits]!
  return number => {
    const bits = number >>> shift
    const end = begins[bits + 1] ?? 0
    for (let place = begins[bits] ?? 0; place < end; place++) if (numbers[place] === number) return place
    return -1
  }
}
