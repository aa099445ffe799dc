/** words that are numbered; a crafted text has many */
const MOST = 200_000

let numbers = new Map<string, number>()
let generation = 0

/** Which numbering is in force: where there were too many words it begins anew, and what was kept by number is void. */
export const numbering = (): number => generation

/** The number of a word, from 1: words are compared by it many times as fast as by their letters. */
export function numberOf(word: string): number {
  let number = numbers.get(word)
  if (number === undefined) {
    number = numbers.size + 1
    numbers.set(word, number)
  }
  return number
}

/** Begins the numbering anew where too many words were numbered; asked before a sentence is read. */
export function keepNumbersFew(): void {
  if (numbers.size < MOST) return
  numbers = new Map()
  generation++
}
