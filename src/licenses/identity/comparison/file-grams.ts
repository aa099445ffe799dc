import { type GramIndex, numberOf } from '../texts/gram-index.ts'
import { BASE, GRAM, POWER } from '../texts/grams.ts'
import { mix } from '../wording/word.ts'

/** The number of each gram of a file, -1 where no known text has it; empty when the file has fewer words. */
export function numberGrams(words: Uint32Array, index: GramIndex): Int32Array {
  const { grams } = index
  const numbers = new Int32Array(Math.max(0, words.length - GRAM + 1))
  let hash = 0
  let number = -1
  for (let i = 0; i < words.length; i++) {
    hash = (Math.imul(hash, BASE) + words[i]!) | 0
    if (i >= GRAM) hash = (hash - Math.imul(words[i - GRAM]!, POWER)) | 0
    if (i < GRAM - 1) continue
    const gram = mix(hash)
    number = number >= 0 && grams[number + 1] === gram ? number + 1 : numberOf(index, gram)
    numbers[i - GRAM + 1] = number
  }
  return numbers
}

/**
 * The grams of a file that known texts have, but not those of words that another text has taken. They are called by
 * small numbers of their own, so that what is kept for each is small too.
 */
export interface FileGrams {
  /** by place in the file: what its gram is called, or -1 */
  readonly names: Int32Array
  /** by name: the number of the gram, how often it stands there, and where in `places` these begin */
  readonly numbers: Int32Array
  readonly counts: Int32Array
  readonly begins: Int32Array
  /** the places of each name, in order */
  readonly places: Int32Array
  /** what grams of known texts are called in this file: `names = marks[number] - first`, below 0 where it has none */
  readonly marks: Int32Array
  readonly first: number
}

/** by index: the first mark not yet used */
const unused = new WeakMap<Int32Array, number>()
/** marks start again before they no longer fit */
const MOST_MARKS = 2 ** 30

/** Calls the known grams of a file by names. Good until the next file is read with the same index. */
export function fileGrams(numbers: Int32Array, { scratch: { marks } }: GramIndex): FileGrams {
  let first = unused.get(marks) ?? 1
  if (first > MOST_MARKS) {
    marks.fill(0)
    first = 1
  }
  const names = new Int32Array(numbers.length)
  const own = new Int32Array(numbers.length)
  const counts = new Int32Array(numbers.length)
  let size = 0
  let open = 0
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!
    if (number < 0) {
      names[i] = -1
      continue
    }
    let name = marks[number]! - first
    if (name < 0) {
      name = size++
      marks[number] = first + name
      own[name] = number
    }
    names[i] = name
    counts[name]!++
    open++
  }
  unused.set(marks, first + size)
  const begins = new Int32Array(size)
  const ends = new Int32Array(size)
  for (let name = 0, at = 0; name < size; name++) {
    begins[name] = ends[name] = at
    at += counts[name]!
  }
  const places = new Int32Array(open)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    if (name >= 0) places[ends[name]!++] = i
  }
  return { names, numbers: own.subarray(0, size), counts, begins, places, marks, first }
}

/** What the grams of a known text are called in a file, -1 where the file does not have one. */
export function namesIn(text: Uint32Array, { marks, first }: FileGrams): Int32Array {
  const names = new Int32Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const name = marks[text[i]!]! - first
    names[i] = name < 0 ? -1 : name
  }
  return names
}
