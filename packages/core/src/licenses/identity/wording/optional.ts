import type { Range } from '../texts/ranges.ts'
import { positions } from './positions.ts'
import type { HashedWords } from './tokens.ts'

/** A heading with these words begins a part on how to use the text, to its end. */
const HOW_TO_APPLY = /\bhow to (?:apply|use) (?:the|these|this)\b|如何适用/i

/** longer than any heading */
const LONGEST_HEADING = 120

/** A paragraph with these words is the steward's note about itself, or about the text. */
const NOTES = [
  /\bis not a law firm and does not provide legal\b/i,
  /\bis not a party to (?:its|this) public\b/i,
  /\bis not a party to this license\b/i,
  /^\W{0,9}end of (?:the )?terms and conditions\W{0,9}$/i,
  /^\W{0,9}everyone is permitted to copy and distribute verbatim\b/i,
]

/** The parts of a license text that may be left out without changing the license. */
export function optionalParts(text: string, words: HashedWords): readonly Range[] {
  const parts: Range[] = []
  const before = positions(text, words)
  const tail = howToApply(text)
  for (const paragraph of text.slice(0, tail).matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    const folded = paragraph[0].replace(/\s+/g, ' ')
    if (!NOTES.some(note => note.test(folded))) continue
    const part = { from: before(paragraph.index), to: before(paragraph.index + paragraph[0].length) }
    if (part.to > part.from) parts.push(part)
  }
  const from = before(tail)
  if (from > 0 && tail < text.length) {
    // "END OF TERMS AND CONDITIONS" directly above goes with the part it introduces.
    const last = parts.at(-1)
    if (last !== undefined && last.to === from) parts.pop()
    parts.push({ from: last?.to === from ? last.from : from, to: words.hashes.length })
  }
  return parts
}

/** Where the part on how to use the text begins; at its end when there is none. */
function howToApply(text: string): number {
  let at = 0
  for (const line of text.split('\n')) {
    if (line.length <= LONGEST_HEADING && HOW_TO_APPLY.test(line)) return at
    at += line.length + 1
  }
  return text.length
}
