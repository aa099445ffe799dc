import type { Knowledge } from '../knowledge/knowledge.ts'
import { lazy, once } from '../once.ts'
import { type Lookup, lookupOf } from '../wordings/lookup.ts'
import type { Patterns } from '../wordings/patterns.ts'
import { type Search, type Sentence, searchOf } from '../wordings/search.ts'
import { type NamedToken, type Token, tokensOf } from '../wordings/tokens.ts'

/** A text of which is asked what it speaks of, by the words of `knowledge/signs`. */
export interface Heard {
  readonly text: string
  /** Whether it has a sign, as `data.training`. Throws RangeError for one that is not in knowledge/signs. */
  says(sign: string): boolean
  /** Where the first words that are the sign stand; null where none do. */
  find(sign: string): { readonly start: number; readonly end: number } | null
}

/** Hears a text; what is at a place in it, a link or a name, is heard as `{here}`. */
export type Hear = (text: string, start?: number, end?: number) => Heard

/** texts that are remembered: all sentences and links of a release are asked of one component after the other */
const MOST_HEARD = 4_000

/** Hears texts by the signs of knowledge/signs. */
export const hearing: (knowledge: Pick<Knowledge, 'signs' | 'patterns'>) => Hear = once(({ signs, patterns }) => {
  const known = new Map<string, Known>()
  for (const { id, signs: all } of signs)
    for (const [name, { words, key }] of Object.entries(all))
      known.set(`${id}.${name}`, { number: known.size, key, search: lazy(() => searchOf(patterns, words)) })
  const keys = [...known.values()].map(({ key }) => key)
  const index = lazy(() => signIndex(keys, patterns))
  const knownAs = (sign: string): Known => {
    const found = known.get(sign)
    if (found === undefined) throw new RangeError(`knowledge/signs has no sign ${sign}`)
    return found
  }
  const hear: Hear = (text, start = -1, end = start) => {
    const read = lazy(() => wordsIn(text, start < 0 ? [] : [{ start, end, token: '{here}' }]))
    const answers = lazy(() => answersIn(read().sentence.words, index()))
    return {
      text,
      says(sign) {
        const { number, search } = knownAs(sign)
        const known = answers()
        if (known[number] === PERHAPS) known[number] = search().isIn(read().sentence) ? YES : NO
        return known[number] === YES
      },
      find(sign) {
        const { sentence, tokens } = read()
        const place = knownAs(sign).search().first(sentence, 0)
        const found = place === null ? [] : tokens.slice(place.from, place.to + 1).filter(token => token !== null)
        const [first] = found
        return first ? { start: first.start, end: found.at(-1)?.end ?? first.end } : null
      },
    }
  }
  let heard = new Map<string, Heard>()
  return (text, start, end) => {
    if (start !== undefined) return hear(text, start, end)
    const ready = heard.get(text)
    if (ready !== undefined) return ready
    if (heard.size >= MOST_HEARD) heard = new Map()
    const made = hear(text)
    heard.set(text, made)
    return made
  }
})

/** A sign of knowledge/signs, by its number. */
interface Known {
  readonly number: number
  readonly key: number | null
  search(): Search
}

/** Signs by the words that they cannot do without, and those that can do without any. */
interface Index {
  readonly lookup: Lookup
  readonly answers: Uint8Array
}

const NO = 0
const PERHAPS = 1
const YES = 2

const signIndex = (keys: readonly (number | null)[], patterns: Patterns): Index => ({
  lookup: lookupOf(patterns, keys),
  answers: Uint8Array.from(keys, key => (key === null ? PERHAPS : NO)),
})

/** By sign, whether words that it cannot do without are there. */
function answersIn(words: readonly string[], { lookup, answers }: Index): Uint8Array {
  const found = answers.slice()
  for (const number of lookup.in(words)) found[number] = PERHAPS
  return found
}

/** a dot or a slash within an address or the name of a file */
const WITHIN = /(?<=[a-z])[./:@\\]+(?=\w)|(?<=\w)[./:@\\]+(?=[a-z])/gi
/** a name of many parts: "Heron-Training-Data-v2"; "text-to-image" is none */
const CHAIN = /[\p{L}\p{N}]+(?:-(?!of-|to-)[\p{L}\p{N}]+){2,}/giu
/** what may stand between two words that are read as one row */
const JOINED = /^[\s\-'’]*$/

interface Read {
  readonly sentence: Sentence
  /** by word, where it stands; null for the ends and for marks */
  readonly tokens: readonly (Token | null)[]
}

/** The words between the ends of a text, with `{mark}` where punctuation parts them; no gap goes over a semicolon. */
function wordsIn(text: string, here: readonly NamedToken[]): Read {
  const parted = text.replace(WITHIN, all => ','.repeat(all.length))
  const plain = parted.includes('-') ? parted.replace(CHAIN, all => all.replaceAll('-', ',')) : parted
  const tokens: (Token | null)[] = [null]
  const words = ['{begin}']
  const free = [1]
  let before: Token | undefined
  for (const token of tokensOf(plain, here)) {
    const between = plain.slice(before?.end ?? 0, token.start)
    // "data_path" is a name of a program's, and no word for data
    if (before && between === '_') {
      before = { ...before, word: `${before.word}_${token.word}`, end: token.end }
      words[words.length - 1] = before.word
      tokens[tokens.length - 1] = before
      continue
    }
    if (between !== ' ' && !JOINED.test(between)) {
      words.push('{mark}')
      tokens.push(null)
      free.push(/[;；]/.test(between) ? 0 : 1)
    }
    const named = token.word === '{file}' || token.word === '{address}' || token.word === '{mail}'
    before = named ? { ...token, word: text.slice(token.start, token.end).toLowerCase() } : token
    words.push(before.word)
    tokens.push(before)
    free.push(1)
  }
  const name = Uint8Array.from([...tokens, null], token => (token?.capital ? 1 : 0))
  const plainly = Uint8Array.from([...free, 1])
  return {
    sentence: { words: [...words, '{end}'], free: plainly, others: { who: plainly, name } },
    tokens: [...tokens, null],
  }
}
