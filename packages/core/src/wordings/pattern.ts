import { tokensOf } from './tokens.ts'

/**
 * A wording in plain words. `(a|b)` one of these, written onto a word its endings: `licen(c|s)e(s|d)?` · `?` behind a
 * word or group: perhaps · `*` any number of them · `+` one or more · `~` at the end or beginning of a word: any
 * ending, any beginning · `_` one free word · `..` up to four · `…` any number · `!(a|b)` none of these here, `!<(a|b)`
 * none of them before · `{who}` any number of words of which people or bodies are called · `{name}` up to five words
 * written as names are · `{license}`, `{address}`, `{mail}`, `{file}`, `{date}`, `{number}` what they name · `<list>`
 * one of a list of wordings · `{}` what a frame is put around. Letter case, punctuation and hyphens do not count; where
 * marks are read as words (`marked.ts`), `,` is one, and `{begin}` and `{end}` are the ends of the text.
 */
export type Pattern =
  | { readonly is: 'word'; readonly word: string; readonly match: 'whole' | 'start' | 'end' }
  | { readonly is: 'free'; readonly free: Free }
  | { readonly is: 'hole' }
  | { readonly is: 'row'; readonly parts: readonly Pattern[] }
  | { readonly is: 'one-of'; readonly parts: readonly Pattern[] }
  | { readonly is: 'perhaps' | 'any' | 'some'; readonly part: Pattern }
  | { readonly is: 'none-here' | 'none-before'; readonly part: Pattern }

/**
 * What a word may be that no wording spells: any that asks for nothing, or that a gap of any length goes over; one that
 * calls somebody, one of a name.
 */
export type Free = 'plain' | 'far' | 'who' | 'name'

/** words with their marks, as they stand between brackets */
const MARKED_WORDS = /[^?*+]+[?*+]?/g
const FREE: Pattern = { is: 'free', free: 'plain' }
/** what stands for something, and marks, where they are read as words */
const SIGN = /^(?:\{\w+\}|[,:;—&@、，：（。；[\]])$/
const FAR: Pattern = { is: 'free', free: 'far' }
const PLAIN = /^[a-z]+$/
/** a character of a script without spaces between words */
const UNSPACED = /[\u2e80-\uffef]/
const HOLE: Pattern = { is: 'hole' }
const REPEATS = { '?': 'perhaps', '*': 'any', '+': 'some' } as const
/** what `..` stands for */
const FEW_WORDS = 4
/** words of the longest name */
const LONGEST_NAME = 5
/** lists in lists in lists */
const DEEPEST_LISTS = 9

/** Lists of wordings by name, that others make use of. */
export type Lists = Readonly<Record<string, readonly string[]>>

/**
 * Reads a wording, with lists of its own and ones it shares with others. Throws RangeError where its brackets do not
 * close, or a list is not there.
 */
export function parsePattern(source: string, lists: Lists = {}, shared: Lists = {}, depth = 0): Pattern {
  const read = (part: string): Pattern => joined('one-of', partsOf(part, '|', source).map(row))
  const row = (part: string): Pattern => joined('row', partsOf(part, ' ', source).flatMap(element))
  const element = (written: string): readonly Pattern[] => {
    const [denied] = /^!<?(?=\()/.exec(written) ?? []
    if (denied !== undefined)
      return [{ is: denied === '!' ? 'none-here' : 'none-before', part: row(written.slice(denied.length)) }]
    const open = written.indexOf('(')
    if (open < 0) return written.match(MARKED_WORDS)?.flatMap(words) ?? []
    const end = groupEnd(written, open, source)
    const rest = /^[?*+]?/.exec(written.slice(end))?.[0] ?? ''
    if (open === 0 && end + rest.length === written.length) return [repeated(read(written.slice(1, end - 1)), rest)]
    if (!UNSPACED.test(written)) return [joined('one-of', spellings(written, source).map(row))]
    const parts = [written.slice(0, open), written.slice(open, end + rest.length), written.slice(end + rest.length)]
    return parts.flatMap(part => (part === '' ? [] : element(part)))
  }
  const words = (written: string): readonly Pattern[] => {
    const sign = /[?*+]$/.exec(written)?.[0] ?? ''
    const word = sign === '' ? written : written.slice(0, -1)
    const parts =
      word.startsWith('<') && word.endsWith('>')
        ? [listOf(word.slice(1, -1), source, lists, shared, depth)]
        : patternsOf(word)
    const last = parts.at(-1)
    return last === undefined ? parts : [...parts.slice(0, -1), repeated(last, sign)]
  }
  return read(source)
}

const joined = (is: 'one-of' | 'row', parts: readonly Pattern[]): Pattern =>
  parts.length === 1 && parts[0] ? parts[0] : { is, parts }

const repeated = (part: Pattern, sign: string): Pattern =>
  sign === '?' || sign === '*' || sign === '+' ? { is: REPEATS[sign], part } : part

/** Behind the closing bracket of a group. */
function groupEnd(written: string, open: number, source: string): number {
  let depth = 0
  for (let at = open; at < written.length; at++) {
    if (written[at] === '(') depth++
    if (written[at] === ')' && --depth === 0) return at + 1
  }
  throw new RangeError(`the brackets of the wording “${source}” do not match`)
}

/** What stands between bars, or between spaces, and in no brackets of its own. */
function partsOf(written: string, between: '|' | ' ', source: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at <= written.length; ) {
    const char = written[at] ?? between
    if (char === ')') groupEnd('', 0, source)
    const ends = between === '|' ? char === '|' : /\s/.test(char)
    if (ends && (between === '|' || at > from)) parts.push(written.slice(from, at))
    if (ends) from = at + 1
    at = char === '(' ? groupEnd(written, at, source) : at + 1
  }
  return parts
}

/** All that a word with endings spells: `licen(c|s)e` is `license` and `licence`. */
function spellings(written: string, source: string): readonly string[] {
  const open = written.indexOf('(')
  if (open < 0) return [written]
  const end = groupEnd(written, open, source)
  const perhaps = written[end] === '?'
  const inner = partsOf(written.slice(open + 1, end - 1), '|', source).flatMap(part => spellings(part, source))
  const rest = spellings(written.slice(perhaps ? end + 1 : end), source)
  return [...inner, ...(perhaps ? [''] : [])].flatMap(one => rest.map(two => written.slice(0, open) + one + two))
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
    if (depth > DEEPEST_LISTS) throw new RangeError(`the lists in “${source.slice(0, 80)}” go round in a circle`)
    const parts = lists[name]?.map(one => parsePattern(one, lists, isOwn ? shared : {}, depth + 1)) ?? []
    pattern = parts.length === 1 && parts[0] ? parts[0] : { is: 'one-of', parts }
    read.set(name, pattern)
  }
  return pattern
}

function patternsOf(written: string): readonly Pattern[] {
  if (PLAIN.test(written)) return [{ is: 'word', word: written, match: 'whole' }]
  if (written === '{}') return [HOLE]
  if (written === '…') return [{ is: 'any', part: FAR }]
  if (written === '..') return Array.from({ length: FEW_WORDS }, (): Pattern => ({ is: 'perhaps', part: FREE }))
  if (written === '_') return [FREE]
  if (written === '{who}') return [{ is: 'some', part: { is: 'free', free: 'who' } }]
  if (written === '{name}') {
    const part: Pattern = { is: 'free', free: 'name' }
    return [part, ...Array.from({ length: LONGEST_NAME - 1 }, (): Pattern => ({ is: 'perhaps', part }))]
  }
  if (SIGN.test(written)) return [{ is: 'word', word: written, match: 'whole' }]
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
