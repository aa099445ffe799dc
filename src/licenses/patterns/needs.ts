import { ANY, DIGIT, EDGE, REST, type Spellings, type Stretches, spellingsOf } from './spellings.ts'
import { isLatin, nameOf, type Phrase, SHORTEST_INSIDE, type Word } from './vocabulary.ts'

/** phrases of which one stands in a text */
export type OneOf = readonly Phrase[]
/**
 * What a text must hold for a pattern to match: all that some alternative needs. The pattern is taken apart rather than
 * asked, so nothing is lost, however the pattern changes. Null when an alternative needs nothing that could be told.
 */
export type Needs = readonly (readonly OneOf[])[]

/** What a text must hold for a pattern to match; null when that cannot be told. */
export const needsOf = (pattern: RegExp): Needs | null => {
  const known = needs.get(pattern)
  if (known !== undefined) return known
  const found = readNeeds(pattern)
  needs.set(pattern, found)
  return found
}
const needs = new WeakMap<RegExp, Needs | null>()

const readNeeds = (pattern: RegExp): Needs | null => {
  /* an alternative with but one need is put together with its like */
  const alone = new Map<string, Phrase>()
  const several: (readonly OneOf[])[] = []
  for (const stretches of spellingsOf(pattern, tellingMost)) {
    const all = stretches.flatMap(stretch => needsOfStretch(stretch))
    const [first] = all
    if (first === undefined) return null
    if (all.length > 1) several.push(all.toSorted((one, other) => tells(other) - tells(one)).slice(0, MOST_ASKED))
    else for (const phrase of first) alone.set(nameOf(phrase), phrase)
  }
  return alone.size === 0 ? several : [[[...alone.values()]], ...several]
}
/** needs of an alternative beyond these are not asked for */
const MOST_ASKED = 4

/** how little is told by needing one of some phrases */
const tells = (phrases: OneOf): number => Math.min(...phrases.map(worth))

/** The phrases of a stretch that say most, one of each spelling, then those that say second most, and so on. */
const needsOfStretch = (stretch: Spellings): OneOf[] => {
  const each: (readonly Phrase[])[] = []
  let count = MOST_ASKED
  for (const spelling of stretch) {
    const phrases = phrasesOf(spelling)
    count = Math.min(count, phrases.length)
    if (count === 0) return []
    each.push(phrases.length > 1 ? phrases.sort((one, other) => worth(other) - worth(one)) : phrases)
  }
  return Array.from({ length: count }, (_, turn) => {
    const found = new Map<string, Phrase>()
    for (const phrases of each) {
      const phrase = phrases[turn]
      if (phrase !== undefined) found.set(nameOf(phrase), phrase)
    }
    return [...found.values()]
  })
}

const tellingMost = (stretches: Stretches): number => {
  const least = stretches.map(stretch => Math.max(0, ...needsOfStretch(stretch).map(tells)))
  return least.indexOf(Math.max(...least))
}

const PARTS = /[a-z0-9N][a-z0-9RN]*|[\u0080-\uffff]+|[AR]+|[[\]<>{}"$%|]/g

/** The phrases that stand in all that is spelled so: words of which nothing is left open between them. */
const phrasesOf = (spelling: string): Phrase[] => {
  const found: Phrase[] = []
  let current: Word[] = []
  const end = (): void => {
    const from = current.findIndex(tellsSome)
    if (from >= 0) found.push(current.slice(from, current.findLastIndex(tellsSome) + 1))
    current = []
  }
  for (const { 0: part, index } of spelling.matchAll(PARTS)) {
    const first = part.charCodeAt(0)
    if (part[0] === ANY || part[0] === REST) {
      end()
      continue
    }
    if (first > 0x7f || !/[a-z0-9N]/.test(part[0] ?? '')) {
      end()
      found.push([{ word: part, whole: false }])
      continue
    }
    const before = spelling[index - 1]
    const after = spelling[index + part.length]
    const word = wordOf(part, after)
    if (before !== undefined && before !== ANY && before !== REST) current.push(word)
    /* the end of a word, which may begin in any way */ else
      current = word.word.length < SHORTEST_INSIDE ? [] : [{ ...word, inside: true }]
    if (current.length === LONGEST || after === undefined || after === ANY) end()
  }
  end()
  return found
}

/** A word as it is spelled: with a digit at first nothing more is told of it. */
const wordOf = (part: string, after: string | undefined): Word => {
  if (part[0] === DIGIT) return { word: DIGIT, whole: false }
  const open = /[RN]/.exec(part)
  if (open !== null) return { word: part.slice(0, open.index), whole: false }
  return { word: part, whole: after !== undefined && after !== ANY }
}

/** words of the longest phrase */
const LONGEST = 4

/**
 * What the matches of a pattern begin with: whole words or their first letters, or one letter that is not in ASCII; null
 * when an alternative does not begin with a spelled-out word, or is not said to begin `atWords`.
 */
export const beginningsOf = (pattern: Pick<RegExp, 'source'>, { atWords = false } = {}): readonly Word[] | null => {
  if (ANCHORED.test(pattern.source.replace(LOOKBEHIND, ''))) return null
  const found: Word[] = []
  for (const [first = []] of spellingsOf(pattern)) {
    for (const spelling of first) {
      const [, edge, other, word = ''] = BEGINNING.exec(spelling) ?? []
      if (other !== undefined) {
        found.push({ word: other, whole: false })
        continue
      }
      if (word === '' || (edge === '' && !atWords)) return null
      const after = spelling[spelling.indexOf(word) + word.length]
      found.push({ word, whole: after !== undefined && after !== ANY && after !== REST && after !== DIGIT })
    }
  }
  return found
}
const BEGINNING = new RegExp(`^(${EDGE}*)(?:([\\u0080-\\uffff])|([a-z0-9]+))`)
const LOOKBEHIND = /\(\?<[=!][^()]*\)/g
const ANCHORED = /(?:^|[^\\[])\^/

/** what the commonest words are worth where another word could be asked for: how rare they are, as letters */
const COMMON: ReadonlyMap<string, number> = new Map(
  [
    'the of and to or any you is that this these those such with for be by in a an as on are all it your from at',
    'may shall will must can could should do does has have been',
    'license licensed licence agreement software work works use used copy copies rights right terms model',
    '',
    'not no nor',
  ].flatMap((words, worth) => words.split(' ').map(word => [word, worth] as const)),
)
const worthOf = ({ word, inside = false }: Word): number =>
  inside ? word.length - SHORTEST_INSIDE : (COMMON.get(word) ?? (isLatin(word) ? 0 : 20) + word.length)
/** How much a phrase tells: how rare it is, as letters. */
const worth = (phrase: Phrase): number => phrase.reduce((sum, word) => sum + worthOf(word), phrase.length - 1)
/** words that stand in nearly every sentence are not looked for at either end of a phrase */
const tellsSome = ({ word }: Word): boolean => !SMALL.has(word)
const SMALL = new Set('the of and to or in a an'.split(' '))
