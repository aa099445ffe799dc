import type { Range } from '../texts/ranges.ts'
import type { HashedWords } from './tokens.ts'

/** The way from words back to the raw text: its lines and its very words. */
export interface WordPlace {
  /** 1-based line of a word */
  line(word: number): number
  /** the raw text of the words from `from` to before `to` */
  quote(from: number, to: number): string
  /** the bytes of the words from `from` to before `to` */
  bytes(from: number, to: number): Range
  /** the raw text between a word and the one before it; all of it at either end of the text */
  between(word: number): string
}

const decoder = new TextDecoder()

const isWordByte = (byte: number): boolean =>
  byte >= 0x80 || (byte >= 48 && byte < 58) || (byte >= 65 && byte < 91) || (byte >= 97 && byte < 123)

/** Where the words of a text stand in its bytes. */
export function place(bytes: Uint8Array, { starts }: HashedWords): WordPlace {
  let lines: Uint32Array | undefined
  const endOf = (word: number): number => {
    const limit = starts[word + 1] ?? bytes.length
    let end = starts[word]!
    while (end < limit && isWordByte(bytes[end]!)) end++
    return end
  }
  return {
    line(word) {
      lines ??= newlines(bytes)
      let low = 0
      let high = lines.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (lines[middle]! < starts[word]!) low = middle + 1
        else high = middle
      }
      return low + 1
    },
    bytes: (from, to) => ({ from: starts[from] ?? 0, to: to > from ? endOf(to - 1) : (starts[from] ?? 0) }),
    quote: (from, to) => (to > from ? decoder.decode(bytes.subarray(starts[from]!, endOf(to - 1))) : ''),
    between: word => decoder.decode(bytes.subarray(word > 0 ? endOf(word - 1) : 0, starts[word] ?? bytes.length)),
  }
}

function newlines(bytes: Uint8Array): Uint32Array {
  const found: number[] = []
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) found.push(at)
  return Uint32Array.from(found)
}
