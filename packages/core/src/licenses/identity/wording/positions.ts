import type { HashedWords } from './tokens.ts'

const encoder = new TextEncoder()

/** Gives for rising offsets into a text (in UTF-16 units) the number of words that begin before them. */
export function positions(text: string, { starts }: HashedWords): (offset: number) => number {
  let byte = 0
  let read = 0
  let word = 0
  return offset => {
    byte += encoder.encode(text.slice(read, offset)).length
    read = offset
    while (word < starts.length && starts[word]! < byte) word++
    return word
  }
}
