import { UNSPACED } from '../text/scripts.ts'
import type { Search, Sentence } from './search.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A text as wordings with marks are looked for in it: its words and marks between `{begin}` and `{end}`. */
export interface Marked extends Sentence {
  readonly tokens: readonly Token[]
}

/** Some of a text, by its offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What is looked at of a text. */
export interface Looked {
  /** stands between `[` and `]` */
  readonly phrase?: Stretch
  /** behind the phrase, no gap of a few words goes over these */
  readonly ends?: ReadonlySet<string>
  /** what stands in brackets, and not around the phrase, is left out */
  readonly short?: boolean
}

/** marks that are words of their own; all others part no words */
const MARKS = /[,:;!?—–&@)，、：；。！？（）]|(?<=\s)-(?=\s)|\.(?=\s)/g
/** no gap goes over these; no gap of a few words over those of the second */
const SENTENCE: ReadonlySet<string> = new Set([...';!?；。！？[]', '{begin}', '{end}', '{cut}'])
const CLAUSE: ReadonlySet<string> = new Set([...SENTENCE, ...',:，、：'])
/** what the longest gap goes over: words, or characters of a script that has a word in each */
const LONGEST_GAP = { words: 16, characters: 60 }
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`)
/** how far around a phrase is looked, and what stands where the text is cut off there */
const WINDOW = 200
const CUT = '{cut}'
/** something in brackets within a sentence */
const ASIDE = /[(（][^()（）]{1,80}[)）]/g
/** texts that are remembered: one is asked of many times in a row */
const MOST_TEXTS = 500

let known = new Map<string, readonly Token[]>()

/** The words and marks of a text. */
export function tokensIn(text: string): readonly Token[] {
  const ready = known.get(text)
  if (ready !== undefined) return ready
  const tokens: Token[] = []
  let from = 0
  const mark = (to: number): void => {
    if (to === from || (to === from + 1 && text[from] === ' ')) return
    for (const { 0: sign, index } of text.slice(from, to).matchAll(MARKS)) {
      const start = from + index
      tokens.push({ word: sign === '-' || sign === '–' ? '—' : sign, capital: false, start, end: start + 1 })
    }
  }
  for (const token of tokensOf(text)) {
    mark(token.start)
    // "LICENSE" is a word for it here, and an address names nothing else
    const named = token.word === '{file}' || token.word === '{address}' || token.word === '{mail}'
    tokens.push(named ? { ...token, word: text.slice(token.start, token.end).toLowerCase() } : token)
    from = token.end
  }
  mark(text.length)
  if (known.size >= MOST_TEXTS) known = new Map()
  known.set(text, tokens)
  return tokens
}

const isWord = ({ word }: Token): boolean => word.length > 1 || word === '@' || !/[^\p{L}\p{N}]/u.test(word)
const sign = (word: string, at: number): Token => ({ word, capital: false, start: at, end: at })

/** The words and marks that are left where what stands in brackets is left out, but not what stands around a phrase. */
function withoutAsides(text: string, phrase: Stretch | undefined): readonly Token[] {
  const tokens = tokensIn(text)
  if (!/[(（]/.test(text)) return tokens
  const asides = [...text.matchAll(ASIDE)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => phrase === undefined || start >= phrase.end || end <= phrase.start)
  return asides.length === 0
    ? tokens
    : tokens.filter(({ start: at }) => !asides.some(({ start, end }) => at >= start && at < end))
}

/** Cuts a text into words and marks; `looked` says what of it is looked at. The whole of a text is remembered. */
export function markedOf(text: string, looked?: Looked): Marked {
  if (looked !== undefined) return marked(text, looked)
  const tokens = tokensIn(text)
  const ready = wholes.get(tokens) ?? marked(text, {})
  wholes.set(tokens, ready)
  return ready
}
const wholes = new WeakMap<readonly Token[], Marked>()

function marked(text: string, { phrase, ends, short = false }: Looked): Marked {
  const whole = short ? withoutAsides(text, phrase) : tokensIn(text)
  const from = phrase === undefined ? 0 : phrase.start - WINDOW
  const to = phrase === undefined ? text.length : phrase.end + WINDOW
  const all = phrase === undefined ? whole : whole.filter(({ start, end }) => start >= from && end <= to)
  // a bullet, an emoji, a full stop
  const own = all.slice(Math.max(0, all.findIndex(isWord)), all.findLastIndex(isWord) + 1)
  const begin = sign(from > 0 ? CUT : '{begin}', 0)
  const end = sign(to < text.length ? CUT : '{end}', text.length)
  const before = phrase === undefined ? own : own.filter(({ start }) => start < phrase.start)
  const tokens = [begin, ...before]
  let behind = Number.POSITIVE_INFINITY
  if (phrase !== undefined) {
    // "a lively, open-source model": an adjective before the phrase may have a comma behind it
    if (tokens.at(-1)?.word === ',') tokens.pop()
    tokens.push(
      sign('[', phrase.start),
      ...own.filter(({ start }) => start >= phrase.start && start < phrase.end),
      sign(']', phrase.end),
    )
    behind = tokens.length
    tokens.push(...own.filter(({ start }) => start >= phrase.end))
  }
  tokens.push(end)
  const words = tokens.map(({ word }) => word)
  const free = new Uint8Array(words.length)
  const far = new Uint8Array(words.length)
  for (const [at, word] of words.entries()) {
    // in "MIT-Lizenz" no part is a word that ends something
    const isEnd = at >= behind && ends?.has(word) === true && text[tokens[at]?.end ?? 0] !== '-'
    free[at] = CLAUSE.has(word) || isEnd ? 0 : 1
    far[at] = SENTENCE.has(word) ? 0 : 1
  }
  const most = HAS_UNSPACED.test(text) ? LONGEST_GAP.characters : LONGEST_GAP.words
  return { tokens, words, free, others: { far }, most }
}

/** Words that are looked for in texts, as a wording has them. */
export interface Finder {
  test(text: string): boolean
  /** of each end the longest place, the nearest end first */
  all(text: string): readonly Stretch[]
}

/** Looks for any of some wordings in texts. */
export function finderOf(search: () => Search): Finder {
  return {
    test: text => search().isIn(markedOf(text)),
    all: text => placesIn(search(), markedOf(text)),
  }
}

/** Where in a text a search finds its words. */
export const placesIn = (search: Search, marked: Marked): readonly Stretch[] =>
  search.places(marked).map(({ from, to }) => ({
    start: marked.tokens[from]?.start ?? 0,
    end: marked.tokens[to]?.end ?? 0,
  }))
