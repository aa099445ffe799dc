import type { Identity } from '../identity/index.ts'
import { tokenize } from '../identity/wording/tokens.ts'
import type { FileWords } from './words.ts'

/** Which words of a file the texts in it account for. */
interface KnownWords {
  /** by word: 0, or one more than the number of the identity whose word it is */
  readonly owner: Uint16Array
  /** by word: 1 where it fills a blank of a known text */
  readonly filled: Uint8Array
}

/**
 * Marks the words of known texts. What identity passes over (a line that names a holder, "all rights reserved", a
 * link's address) is no word of a known text, but a number before a point or the end of a word joined is.
 */
export function markKnown(words: FileWords, identities: readonly Identity[]): KnownWords {
  const owner = new Uint16Array(words.count)
  const filled = new Uint8Array(words.count)
  if (identities.every(identity => identity.words.length === 0)) return { owner, filled }
  const { starts } = tokenize(new TextEncoder().encode(words.text))
  const compared = new Uint8Array(words.count)
  let token = 0
  for (let word = 0; word < words.count; word++) {
    while (token < starts.length && (starts[token] ?? 0) < (words.bytes[word] ?? 0)) token++
    if (starts[token] === words.bytes[word]) compared[word] = 1
    else compared[word] = isLayout(words, word) ? 2 : 0
  }
  identities.forEach((identity, number) => {
    eachIn(words, identity.words, word => {
      if (compared[word] !== 0 && owner[word] === 0) owner[word] = number + 1
    })
    // a list's number, the second half of a word: what stands before it
    for (let word = 1; word < words.count; word++)
      if (owner[word] === 0 && compared[word] === 2 && owner[word - 1] === number + 1) owner[word] = number + 1
    eachIn(words, identity.filled, word => {
      filled[word] = 1
    })
  })
  return { owner, filled }
}

function eachIn(words: FileWords, ranges: Identity['words'], act: (word: number) => void): void {
  for (const { from, to } of ranges) {
    let low = 0
    let high = words.count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words.bytes[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    for (let word = low; word < words.count && (words.bytes[word] ?? 0) < to; word++) act(word)
  }
}

/** the halves of a word that is also written as one */
const PREFIX = /(?:^|[^\p{L}])(?:non|sub)[-\u2010-\u2013][ \t\r\n]{0,40}$/iu

/** Whether a word that identity passes over is layout: a list's number, the second half of a word, an address. */
export function isLayout({ text, starts, ends, count }: FileWords, at: number): boolean {
  const start = starts[at] ?? 0
  const end = ends[at] ?? 0
  const word = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 46), start)
  const next = text.slice(end, end + 2)
  if (/^(?:[a-z]|[ivx]{1,5}|\d{1,3})$/i.test(word)) {
    if (/^[.):]/.test(next) || /[\d.]$/.test(before)) return true
    if (/[([（]$/.test(before) && /^[\])）]/.test(next)) return true
  }
  if (/^https?$/i.test(word)) return true
  if (PREFIX.test(before)) return true
  if (/```$/.test(before)) return true
  return at < count && isLinkTarget(text, start)
}

/** longer than any address that a license links to */
const LONGEST_LINK = 300

/** Whether a place is inside of the target of a Markdown link. */
function isLinkTarget(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_LINK), at)
  const open = before.lastIndexOf('](')
  return open >= 0 && !/[\s)]/.test(before.slice(open + 2))
}

/** Stretches of words that are all known or all not. */
export function runs(owner: Uint16Array, from: number, to: number): readonly (readonly [number, number, boolean])[] {
  const found: [number, number, boolean][] = []
  for (let at = from; at < to; at++) {
    const known = (owner[at] ?? 0) > 0
    const last = found.at(-1)
    if (last !== undefined && last[2] === known) last[1] = at + 1
    else found.push([at, at + 1, known])
  }
  return found
}
