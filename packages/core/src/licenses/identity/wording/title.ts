import { binds } from './binding.ts'
import type { HashedWords } from './tokens.ts'
import { wordSet } from './word.ts'

/** A title is told by one of these words in each of its lines. */
const TITLE_WORDS = wordSet(
  ('license licenses agreement version terms policy notice www org com text v1 v2 v3 v4 ' + '许 协 议 证').split(' '),
)

/** longer than the title line of any license */
const LONGEST_LINE = 14
/** name, version, date and address */
const MOST_LINES = 5

/** the longest title that ends in a colon, `MIT License:`; a longer line introduces what follows */
const LONGEST_WITH_COLON = 4

/** Whether a line of `words` words runs on or is a sentence, by its last mark. */
function isSentence(bytes: Uint8Array, from: number, to: number, words: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const byte = bytes[i]!
    if (byte === 58) return words > LONGEST_WITH_COLON
    if (byte === 44 || byte === 46 || byte === 59) return true
    if (byte > 32) return false
  }
  return false
}

/**
 * How many words at the beginning are the title: up to five short lines, each with a word such as "license" or
 * "version", none that binds, none that runs on.
 */
export function titleLength(bytes: Uint8Array, { hashes, starts }: HashedWords): number {
  let title = 0
  for (let line = 0; line < MOST_LINES && title < hashes.length; line++) {
    const newline = bytes.indexOf(10, starts[title]!)
    const end = newline < 0 ? bytes.length : newline
    let next = title
    while (next < hashes.length && starts[next]! < end) next++
    if (next === title || next - title > LONGEST_LINE || binds(hashes, title, next)) break
    if (isSentence(bytes, starts[title]!, end, next - title)) break
    let named = false
    for (let i = title; i < next && !named; i++) named = TITLE_WORDS.has(hashes[i]!)
    if (!named) break
    title = next
  }
  return title < hashes.length ? title : 0
}
