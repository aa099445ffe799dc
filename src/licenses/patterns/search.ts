import { type Asked, ask, mayMatch } from './asked.ts'
import { type Groups, groupCount } from './groups.ts'
import { type Indexed, OTHER, readInto, unread, wordFrom } from './indexed.ts'
import { beginningsOf, type Needs, needsOf } from './needs.ts'
import { LOOKED_AT, SORTS, sortOf } from './seen.ts'
import { isLatin } from './vocabulary.ts'

/** What is known of a pattern that is looked for again and again. */
interface Searched {
  readonly source: string
  readonly flags: string
  /** the same pattern, for one place, and from one place on: made when first needed, for that takes long */
  there: RegExp | undefined
  onward: RegExp | undefined
  /** how often it was asked for, until it is known */
  asked: number
  /** how many patterns of its source were told apart */
  kept: number
  /** what it cannot do without; null until that is known, or when it cannot be told */
  needs: Asked | null
  /** how many groups there must be for that */
  known: number
  /** which sorts of words it can begin with; null when that cannot be told */
  begins: Uint8Array | null
}

/** by source, for a pattern written where it is used is a new one each time */
const bySource = new Map<string, Searched>()
const byPattern = new WeakMap<RegExp, Searched>()
/** a pattern asked for less often than this is not worth taking apart, which takes as long as many looks */
const ENOUGH = 1_000
const FEW = 4

const searchedOf = (pattern: RegExp): Searched => {
  let known = byPattern.get(pattern)
  if (known !== undefined) return known
  const { source, flags } = pattern
  const name = flags === '' ? source : `${flags}/${source}`
  known = bySource.get(name)
  if (known === undefined) {
    known = {
      source,
      flags: flags.replace('g', ''),
      there: undefined,
      onward: undefined,
      asked: 0,
      kept: 0,
      needs: null,
      known: 0,
      begins: null,
    }
    bySource.set(name, known)
  }
  /* a pattern that is a new one each time is not worth keeping */
  if (known.kept < FEW) {
    known.kept++
    byPattern.set(pattern, known)
  }
  return known
}

/** patterns whose needs are not yet in groups: with each new group all is told anew, so many are made at once */
let waiting: { readonly known: Searched; readonly needs: Needs }[] = []
let learned = 0

const learn = (known: Searched, pattern: RegExp): void => {
  const needs = needsOf(pattern)
  if (needs !== null) waiting.push({ known, needs })
  if (waiting.length * 2 >= Math.max(learned, MANY)) {
    for (const { known, needs } of waiting) known.needs = ask(needs)
    for (const { known } of waiting) known.known = groupCount()
    learned += waiting.length
    waiting = []
  }
  const words = beginningsOf(pattern)
  if (words === null || words.some(({ word, whole }) => isShort(word) && !whole)) return
  const begins = new Uint8Array(SORTS + 1)
  for (const { word } of words) begins[isLatin(word) ? sortOf(word) : OTHER] = 1
  known.begins = begins
}
const MANY = 256
const isShort = (word: string): boolean => isLatin(word) && word.length < LOOKED_AT

/** the passage that is read, its lead and its heading, in which many patterns are looked for one after the other */
const pinned = { passage: unread(), lead: unread(), heading: unread() }
/** and two other texts, such as parts of a passage */
let latest = unread()
let other = unread()
/** the passages of one text, for each is read for several ends */
let whole: object | undefined
const passages: Indexed[] = []
/** of a longer text the passages after these are read anew each time: a crafted one takes no more memory (CWE-770) */
const MOST_PASSAGES = 1_024

/**
 * Holds the words of a lower-case text, for many patterns to be looked for in it, until another takes its place; and
 * gives the groups of phrases it has.
 */
export const pin = (place: keyof typeof pinned, text: string): Groups => {
  const index = pinned[place]
  if (text !== index.text || !index.made || index.known < groupCount()) readInto(index, text)
  return index.groups
}

/** The same for the passage at some place of a text, whose words are kept as long as no other text is read. */
export const pinPassage = (text: object, place: number, passage: string): Groups => {
  if (text !== whole) {
    whole = text
    for (const index of passages) index.made = false
  }
  const slot = Math.min(place, MOST_PASSAGES)
  while (passages.length <= slot) passages.push(unread())
  pinned.passage = passages[slot] ?? pinned.passage
  return pin('passage', passage)
}

/** The words of a text that is looked at again; null on the first look. */
const indexOf = (text: string): Indexed | null => {
  if (text === pinned.passage.text) return pinned.passage
  if (text === pinned.lead.text) return pinned.lead
  if (text === pinned.heading.text) return pinned.heading
  if (text !== latest.text) {
    const before = latest
    latest = other
    other = before
    if (text !== latest.text) {
      latest.text = text
      latest.made = false
      return null
    }
  }
  if (!latest.made) readInto(latest, text)
  return latest
}

/** The first match of a pattern that starts between two places of a lower-case text, if any. */
export const firstBetween = (text: string, pattern: RegExp, from: number, to: number): RegExpExecArray | null => {
  const known = searchedOf(pattern)
  if (known.asked <= ENOUGH && ++known.asked > ENOUGH) learn(known, pattern)
  const { needs, begins } = known
  const index = needs !== null || begins !== null ? indexOf(text) : null
  if (index?.small) {
    if (needs !== null && known.known <= index.known && !mayMatch(needs, index.groups)) return null
    if (begins !== null && index.searchable) {
      known.there ??= new RegExp(known.source, `${known.flags}y`)
      return atWords(known.there, begins, index, from, to)
    }
  }
  known.onward ??= new RegExp(known.source, `${known.flags}g`)
  const { onward } = known
  onward.lastIndex = from
  const match = onward.exec(text)
  return match !== null && match.index <= to ? match : null
}

/** All matches of a pattern in a lower-case text, in their order; none overlaps another. */
export const everyIn = (text: string, pattern: RegExp): Iterable<RegExpExecArray> => {
  const start = firstBetween(text, pattern, 0, text.length)
  return start === null ? NONE : { [Symbol.iterator]: () => following(text, pattern, start) }
}
const NONE: readonly RegExpExecArray[] = []

const following = (text: string, pattern: RegExp, start: RegExpExecArray): Iterator<RegExpExecArray, undefined> => {
  let match: RegExpExecArray | null = start
  let from = -1
  return {
    next() {
      if (from >= 0) match = from > text.length ? null : firstBetween(text, pattern, from, text.length)
      if (match === null) return { done: true, value: undefined }
      from = match.index + Math.max(1, match[0].length)
      return { done: false, value: match }
    },
  }
}

const atWords = (
  there: RegExp,
  begins: Uint8Array,
  index: Indexed,
  from: number,
  to: number,
): RegExpExecArray | null => {
  const { text, starts, sorts, count } = index
  for (let word = wordFrom(index, from); word < count; word++) {
    if (begins[sorts[word] ?? 0] === 0) continue
    const start = starts[word] ?? 0
    if (start > to) return null
    there.lastIndex = start
    const match = there.exec(text)
    if (match !== null) return match
  }
  return null
}
