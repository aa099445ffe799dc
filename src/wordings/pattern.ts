import { tokensOf } from './tokens.ts'

/**
 * A wording in plain words. `(a|b)` one of these · `?` behind a word or group: perhaps · `*` any number of them · `+`
 * one or more · `~` at the end or beginning of a word: any ending, any beginning · `_` one free word · `..` up to four
 * · `…` any number · `{who}` any number of words of which people or bodies are called · `{name}` up to five words
 * written as names are · `{license}`, `{address}`, `{mail}`, `{file}`, `{date}`, `{number}` what they name · `<list>`
 * one of a list of wordings · `{}` what a frame is put around. Letter case, punctuation and hyphens do not count.
 */
export type Pattern =
  | { readonly is: 'word'; readonly word: string; readonly match: 'whole' | 'start' | 'end' }
  | { readonly is: 'free'; readonly free: Free }
  | { readonly is: 'hole' }
  | { readonly is: 'row'; readonly parts: readonly Pattern[] }
  | { readonly is: 'one-of'; readonly parts: readonly Pattern[] }
  | { readonly is: 'perhaps' | 'any' | 'some'; readonly part: Pattern }

/** What a word may be that no wording spells: any that asks for nothing, one that calls somebody, one of a name. */
export type Free = 'plain' | 'who' | 'name'

/** what wordings are written in */
const SIGNS = /[()|?*+]|[^\s()|?*+]+/g
const FREE: Pattern = { is: 'free', free: 'plain' }
const PLAIN = /^[a-z]+$/
const HOLE: Pattern = { is: 'hole' }
const REPEATS = { '?': 'perhaps', '*': 'any', '+': 'some' } as const
/** what `..` stands for */
const FEW = 4
/** words of the longest name */
const LONGEST_NAME = 5
/** lists in lists in lists */
const DEEPEST = 9

/** Lists of wordings by name, that others make use of. */
export type Lists = Readonly<Record<string, readonly string[]>>

/**
 * Reads a wording, with lists of its own and ones it shares with others. Throws RangeError where its brackets do not
 * close, or a list is not there.
 */
export function parsePattern(source: string, lists: Lists = {}, shared: Lists = {}, depth = 0): Pattern {
  const signs = source.match(SIGNS) ?? []
  let at = 0
  const fail = (): never => {
    throw new RangeError(`the brackets of the wording “${source}” do not match`)
  }
  const repeated = (part: Pattern): Pattern => {
    const sign = signs[at]
    if (sign !== '?' && sign !== '*' && sign !== '+') return part
    at++
    return { is: REPEATS[sign], part }
  }
  const row = (): Pattern => {
    const parts: Pattern[] = []
    for (let sign = signs[at]; sign !== undefined && sign !== ')' && sign !== '|'; sign = signs[at]) {
      at++
      if (sign !== '(') {
        words(sign, parts)
        continue
      }
      const group = oneOf()
      if (signs[at++] !== ')') fail()
      parts.push(repeated(group))
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'row', parts }
  }
  const oneOf = (): Pattern => {
    const parts = [row()]
    while (signs[at] === '|') {
      at++
      parts.push(row())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'one-of', parts }
  }
  const words = (written: string, parts: Pattern[]): void => {
    if (written.startsWith('<') && written.endsWith('>'))
      parts.push(listOf(written.slice(1, -1), source, lists, shared, depth))
    else parts.push(...wordsOf(written))
    const last = parts.at(-1)
    if (last !== undefined) parts[parts.length - 1] = repeated(last)
  }
  const whole = oneOf()
  return at < signs.length ? fail() : whole
}

/** Lists that are read already, by the lists they are of: many wordings make use of the same. */
const known = new WeakMap<Lists, Map<string, Pattern>>()

function listOf(name: string, source: string, own: Lists, shared: Lists, depth: number): Pattern {
  const isOwn = Object.hasOwn(own, name)
  const lists = isOwn ? own : shared
  let read = known.get(lists)
  if (read === undefined) {
    read = new Map()
    known.set(lists, read)
  }
  let pattern = read.get(name)
  if (pattern === undefined) {
    if (!Object.hasOwn(lists, name)) throw new RangeError(`there is no list “${name}” for the wording “${source}”`)
    if (depth > DEEPEST) throw new RangeError(`the lists in “${source.slice(0, 80)}” go round in a circle`)
    const parts = lists[name]?.map(one => parsePattern(one, lists, isOwn ? shared : {}, depth + 1)) ?? []
    pattern = parts.length === 1 && parts[0] ? parts[0] : { is: 'one-of', parts }
    read.set(name, pattern)
  }
  return pattern
}

function wordsOf(written: string): readonly Pattern[] {
  if (PLAIN.test(written)) return [{ is: 'word', word: written, match: 'whole' }]
  if (written === '{}') return [HOLE]
  if (written === '…') return [{ is: 'any', part: FREE }]
  if (written === '..') return Array.from({ length: FEW }, (): Pattern => ({ is: 'perhaps', part: FREE }))
  if (written === '_') return [FREE]
  if (written === '{who}') return [{ is: 'some', part: { is: 'free', free: 'who' } }]
  if (written === '{name}') {
    const part: Pattern = { is: 'free', free: 'name' }
    return [part, ...Array.from({ length: LONGEST_NAME - 1 }, (): Pattern => ({ is: 'perhaps', part }))]
  }
  if (/^\{\w+\}$/.test(written)) return [{ is: 'word', word: written, match: 'whole' }]
  /* "5~" begins "50k"; a number that stands alone is {number} */
  if (/^\d~$/.test(written)) return [{ is: 'word', word: written.slice(0, 1), match: 'start' }]
  const from = written.startsWith('~')
  const to = written.endsWith('~')
  const tokens = tokensOf(written.replaceAll('~', ''))
  if (tokens.length === 0) throw new RangeError(`“${written}” is no word: a wording does without punctuation`)
  return tokens.map(({ word }, place): Pattern => {
    if (to && place === tokens.length - 1) return { is: 'word', word, match: 'start' }
    return { is: 'word', word, match: from && place === 0 ? 'end' : 'whole' }
  })
}
