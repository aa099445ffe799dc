import { simplified } from '../text/simplified.ts'
import type { Sentence } from '../wordings/search.ts'
import { type Token, tokensOf } from '../wordings/tokens.ts'

/** A sentence with what it stands under. */
export interface StandingSentence {
  readonly text: string
  /** the nearest heading above; '' for none */
  readonly heading: string
  /** the sentence that leads the list it is an item of; '' for none */
  readonly lead: string
}

/** What stands for the end of a heading, and of the sentence that leads a list, among the words. */
const HEADING = '{heading}'
const LEAD = '{lead}'
/** What stands behind the last word where a list follows. */
const LIST = '{list}'
const COLON = /[:：]["'”*_) ]*$/
/** a list item is no longer than so many words for its heading to govern it */
const LONGEST_UNDER_HEADING = 60

/** A sentence as wordings are looked for in it: what it stands under, what leads it, its own words. */
export interface Words {
  readonly tokens: readonly Token[]
  readonly words: readonly string[]
  /** number of the first word of the sentence itself */
  readonly own: number
  readonly text: string
  /** by the turns of a language, which words a gap may go over */
  readonly sentences: Map<Turns, Sentence>
}

/** Words over which no gap goes, and rows of words in which they turn nothing. */
export interface Turns {
  readonly words: ReadonlySet<string>
  readonly straight: readonly (readonly string[])[]
}

/** Cuts a sentence, and what it stands under, into words. */
export function cutWords({ text, heading, lead }: StandingSentence): Words {
  const folded = fold(text)
  const own = plain(folded)
  const before = above(own.length <= LONGEST_UNDER_HEADING ? heading : '', lead)
  const list = COLON.test(folded) ? [mark(LIST, folded.length)] : []
  const tokens = before.length + list.length === 0 ? own : [...before, ...own, ...list]
  return {
    tokens,
    words: tokens.map(({ word }) => word),
    own: before.length,
    text: folded,
    sentences: new Map(),
  }
}

/** The words as a search reads them, by what turns in a language. */
export function sentenceOf(words: Words, turns: Turns): Sentence {
  const known = words.sentences.get(turns)
  if (known !== undefined) return known
  const free = Uint8Array.from(words.words, (_, at) => (isTurn(words, at, turns) || isApart(words, at) ? 0 : 1))
  const sentence = { words: words.words, free }
  words.sentences.set(turns, sentence)
  return sentence
}

const isTurn = ({ words }: Words, at: number, { words: turns, straight }: Turns): boolean =>
  turns.has(words[at] ?? '') && !straight.some(row => isIn(row, words, at))

/** Whether the word at a place is one of a row of words. */
const isIn = (row: readonly string[], words: readonly string[], at: number): boolean =>
  row.some((_, place) => row.every((word, other) => words[at - place + other] === word))

/** what follows a semicolon as a further item: "(b)", "or", "nor", "and" */
const ITEM = /^(?:or|nor|and|[a-z]|[ivx]{1,4}|\{number\}|或|和|及)$/

/** Whether a word is parted from the one before it by a mark behind which something else is said. */
function isApart({ tokens, own, text }: Words, at: number): boolean {
  const { word = '', start = 0 } = tokens[at] ?? {}
  if (word === HEADING || word === LIST) return true
  if (at <= own) return false
  for (let behind = tokens[at - 1]?.end ?? 0; behind < start; behind++)
    if (text[behind] === ';' || text[behind] === '；') return !ITEM.test(word)
  return false
}

let latest: { heading: string; lead: string; words: readonly Token[] } = { heading: '', lead: '', words: [] }

/** The words that a sentence stands under, made once for all that stand under them. */
function above(heading: string, lead: string): readonly Token[] {
  if (heading === latest.heading && lead === latest.lead) return latest.words
  const words = [...led(heading, HEADING), ...led(lead, LEAD)]
  latest = { heading, lead, words }
  return words
}

const led = (text: string, end: string): readonly Token[] => (text === '' ? [] : [...plain(fold(text)), mark(end, 0)])

const mark = (word: string, at: number): Token => ({ word, capital: false, start: at, end: at })

/** In "NO LICENSE IS GRANTED" the word in capitals is no file. */
const plain = (text: string): readonly Token[] => {
  const tokens = tokensOf(text)
  if (!tokens.some(({ word }) => word === '{file}')) return tokens
  return tokens.map(token => {
    if (token.word !== '{file}') return token
    const written = text.slice(token.start, token.end)
    return /^[A-Z]+$/.test(written) ? { ...token, word: written.toLowerCase() } : token
  })
}

/** letter for letter, so that places stay */
const fold = (text: string): string => {
  const folded = simplified(text)
  return folded.length === text.length ? folded : text
}
