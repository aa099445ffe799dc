import { fnv, PRIME } from '../../text/hash.ts'
import type { ModalityWeights } from './modality.ts'
import { MARKS, marksOf } from './modality.ts'
import { mixIn, type Tokens, tokensOf } from './tokens.ts'

/** What the second reader reads: one passage as its cutter makes it. */
export interface ReadPassage {
  readonly text: string
  /** the heading it stands under; '' at the top */
  readonly heading: string
  /** the sentence that introduces the list it is an item of; else '' */
  readonly lead: string
}

/** Features of a passage, each once or more: a number of 24 bits, and the words of `text` it comes from. */
export interface Features {
  count: number
  ids: Uint32Array
  /** offsets in `text`; both 0 where it comes from the heading or the lead */
  from: Uint32Array
  to: Uint32Array
  /** of which group each is: what is told in many features must not drown what is told in few */
  group: Uint8Array
}

/** Groups of features: words in a row, letters in words, words near marks, what stands above. */
export const GROUPS = ['grams', 'inner', 'marked', 'above'] as const

/** A feature is one of so many. */
const BITS = 24

/** What a feature was made of: the same words under a heading are another feature. */
const CHANNELS = ['text', 'lead', 'heading', 'inner', 'flags', 'under'] as const
const CHANNEL = Object.fromEntries(CHANNELS.map(name => [name, fnv(`channel ${name}`)])) as Record<
  (typeof CHANNELS)[number],
  number
>
const MARKED = MARKS.map(mark => fnv(`marked ${mark}`))

/** words that precede and follow a mark and are read with it, such as what is forbidden */
const SCOPE = 8

/** a lead or heading longer than this is read up to here */
const ABOVE = 600

/** Room for the features of a stretch of so many characters, to be used again and again. */
export const roomFor = (characters: number): Features => {
  const room = characters * 30 + ABOVE * 12 + 64
  return {
    count: 0,
    ids: new Uint32Array(room),
    from: new Uint32Array(room),
    to: new Uint32Array(room),
    group: new Uint8Array(room),
  }
}

const put = (features: Features, group: number, hash: number, from: number, to: number): void => {
  const at = features.count++
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  features.ids[at] = (mixed ^ (mixed >>> 13)) >>> (32 - BITS)
  features.from[at] = from
  features.to[at] = to
  features.group[at] = group
}

/** Words alone, in twos and threes; characters of scripts without spaces up to fours. */
const putGrams = (features: Features, tokens: Tokens, channel: number, longest: number, placed: boolean): void => {
  const { count, hashes, from, to, alone } = tokens
  for (let first = 0; first < count; first++) {
    let hash = channel
    const most = Math.min(count, first + (alone[first] === 1 ? longest + 1 : longest))
    for (let last = first; last < most; last++) {
      hash = mixIn(hash, hashes[last]!)
      put(features, placed ? 0 : 3, hash, placed ? from[first]! : 0, placed ? to[last]! : 0)
    }
  }
}

/** Beginnings of words, and stretches of five letters within long ones: forms of a word, compounds and misspellings. */
const putInner = (features: Features, tokens: Tokens, text: string): void => {
  const { count, from, to, alone } = tokens
  for (let word = 0; word < count; word++) {
    const start = from[word]!
    const end = to[word]!
    if (alone[word] === 1 || end - start < 6) continue
    for (let at = start; at + 5 <= end; at++) {
      let hash = at === start ? CHANNEL.inner ^ 1 : CHANNEL.inner
      for (let letter = at; letter < at + 5; letter++) hash = Math.imul(hash ^ text.charCodeAt(letter), PRIME)
      put(features, 1, hash >>> 0, start, end)
    }
  }
}

/** Each word with the marks near it, before or after: denied, forbidden, required, permitted, the only one. */
const putMarked = (features: Features, tokens: Tokens, marks: Uint8Array): void => {
  const { count, hashes, from, to, alone } = tokens
  for (let mark = 0; mark < MARKS.length; mark++) {
    const bit = 1 << mark
    const before = mixIn(MARKED[mark]!, 1)
    const behind = mixIn(MARKED[mark]!, 2)
    const near = (first: number, step: number, side: number): void => {
      for (let at = first, left = 0; at >= 0 && at < count; at += step) {
        if ((marks[at]! & bit) !== 0) left = SCOPE
        else if (left-- > 0) {
          const hash = mixIn(side, hashes[at]!)
          put(features, 2, hash, from[at]!, to[at]!)
          if (alone[at] === 1 && at + 1 < count) put(features, 2, mixIn(hash, hashes[at + 1]!), from[at]!, to[at + 1]!)
        }
      }
    }
    near(0, 1, behind)
    near(count - 1, -1, before)
  }
}

/** The features of the text between two offsets, with what stands above it, in the room given. */
export const featuresOf = (
  passage: ReadPassage,
  start: number,
  end: number,
  modality: ModalityWeights,
  features: Features,
): Features => {
  const text = passage.text
  features.count = 0
  const tokens = tokensOf(text, start, end)
  const marks = marksOf(tokens, modality)
  putGrams(features, tokens, CHANNEL.text, 3, true)
  putInner(features, tokens, text)
  putMarked(features, tokens, marks)
  let all = 0
  for (let at = 0; at < tokens.count; at++) all |= marks[at]!
  put(features, 2, mixIn(CHANNEL.flags, all), 0, 0)
  let above = 0
  if (passage.lead !== '') {
    const lead = tokensOf(passage.lead, Math.max(0, passage.lead.length - ABOVE), passage.lead.length)
    putGrams(features, lead, CHANNEL.lead, 2, false)
    for (const mark of marksOf(lead, modality)) above |= mark
    const under = mixIn(CHANNEL.under, above)
    for (let at = 0; at < tokens.count; at++)
      put(features, 2, mixIn(under, tokens.hashes[at]!), tokens.from[at]!, tokens.to[at]!)
  }
  put(features, 3, mixIn(mixIn(CHANNEL.flags, 1), above), 0, 0)
  if (passage.heading !== '') {
    const heading = tokensOf(passage.heading, 0, Math.min(ABOVE, passage.heading.length))
    putGrams(features, heading, CHANNEL.heading, 2, false)
  }
  return features
}
