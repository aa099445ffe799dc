import { ANY_HAN } from '../text/scripts.ts'
import type { NameWord } from './words.ts'

/* What stands around a name and decides whether a license is meant. */

/**
 * between two words of one name: spaces, hyphens, commas, brackets, quotes, one line end; never a sentence's or table
 * cell's end
 */
const WITHIN = /^[^\p{L}\p{N}|;!?.\]\n@。；！？]{0,6}(?:\n[ \t>*/-]{0,8})?$/u

/** between a name and the word "license" that ends it */
const BEFORE_LEGAL = /^[\s\-_`*"”’']{0,5}$/

/** between the word "license" and the name after it: also a link's brackets, a table's bar, a heading's line end */
const BETWEEN_WORDS = /^[^\p{L}\p{N};!?.@。；！？]{0,12}$/u

/** words that may stand between "licensed" and the name */
const BRIDGE = new Set('a an under is are by as with open source name 为 是 的 用 采 基 于'.split(' '))

/** "released under X" means a license as surely as "licensed under X" */
const GIVEN = new Set('released available distributed published provided shared sourced covered governed'.split(' '))

/** words that may follow a name without making it part of something longer */
const CLOSING = new Set('and or for to with but by see in as so while except unless which from on at plus'.split(' '))

/** words that make a name a comparison: "MIT-style" is not MIT */
const LIKENESS = new Set(['style', 'like', 'compatible', 'type', 'inspired', 'alike'])

/** what follows "licensed" when it begins a new statement */
const UNDER = new Set(['under', 'by', 'to', 'as'])

/** The index after legal words that directly end a name; not of a label ("license: …") or of "licensed under …". */
export function skipLegal(words: readonly NameWord[], to: number, text: string): number {
  let end = to
  for (let word = words[end]; word?.legal; word = words[end]) {
    if (!BEFORE_LEGAL.test(text.slice(words[end - 1]?.end, word.lead))) break
    if (/^(?:_[a-z]|\W{0,2}:)/i.test(text.slice(word.end, word.end + 3))) break
    if (word.text.endsWith('ed') && UNDER.has(words[end + 1]?.text ?? '')) break
    end++
  }
  return end
}

/** Whether the name is the text of a link to a license: [MIT](LICENSE). */
export function linked(words: readonly NameWord[], to: number, text: string): boolean {
  const end = words[to - 1]?.end ?? 0
  return text.startsWith('](', end) && /^[^)\s]{0,200}licen[sc]e/i.test(text.slice(end + 2, end + 220))
}

/**
 * Whether "license", "licensed under" or "released under" leads to the name, and nothing makes it part of a longer one.
 * Of a license that SPDX lists, "under" alone is enough: "code under MIT"; of a vendor's it may be the product.
 */
export function legalBefore(
  words: readonly NameWord[],
  at: number,
  to: number,
  text: string,
  listed: boolean,
): boolean {
  if (!closes(words, at, to, text)) return false
  let under = false
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    const word = words[before]
    if (!word || !BETWEEN_WORDS.test(text.slice(word.end, words[before + 1]?.lead))) return false
    if ((word.legal && !word.text.startsWith('agreement')) || (under && (listed || GIVEN.has(word.text)))) return true
    if (word.text === 'under') under = true
    if (!BRIDGE.has(word.text)) return false
  }
  return false
}

/** Whether the words after a name leave it a name of its own: "under MIT by" does, "under Llama models" does not. */
function closes(words: readonly NameWord[], at: number, to: number, text: string): boolean {
  const next = words[to]
  if (!next) return true
  const gap = text.slice(words[to - 1]?.end, next.lead)
  if (CLOSING.has(next.text) || /[.,;:)\]|\n"'`*<]|\s[-–—]\s/.test(gap) || ANY_HAN.test(next.text)) return true
  // the address of a badge: License-MIT-blue
  return gap === '-' && text.slice(words[at - 1]?.end, words[at]?.lead) === '-'
}

/** Whether the name is only compared with: "MIT-style", "Apache-compatible". */
export function isLikeness(words: readonly NameWord[], to: number, text: string): boolean {
  const next = words[to]
  return next !== undefined && LIKENESS.has(next.text) && within(words, to, text)
}

/** Whether a word and the one before it stand in one name. */
export function within(words: readonly NameWord[], at: number, text: string): boolean {
  const gap = text.slice(words[at - 1]?.end, words[at]?.lead)
  return gap === ' ' || gap === '-' || WITHIN.test(gap)
}

/** Whether the name begins and ends where a written word does: not inside `28cc0b72`. */
export function standsAlone(words: readonly NameWord[], at: number, to: number, text: string): boolean {
  const start = words[at]?.lead ?? 0
  const end = words[to - 1]?.end ?? 0
  return (
    !(/[a-z\d]/i.test(text.charAt(start - 1)) && /[a-z\d]/i.test(text.charAt(start))) &&
    !(/[a-z\d]/i.test(text.charAt(end - 1)) && /[a-z\d]/i.test(text.charAt(end)))
  )
}
