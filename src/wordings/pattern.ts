import { tokensOf } from './tokens.ts'

/**
 * A wording in plain words. `(a|b)` one of these · `?` behind a word or group: perhaps · `*` any number of them · `+`
 * one or more · `~` at the end or beginning of a word: any ending, any beginning · `_` one free word · `..` up to four
 * · `…` any number · `{who}` any number of words of which people or bodies are called · `{name}` up to five words
 * written as names are · `{license}`, `{address}`, `{mail}`, `{file}`, `{date}`, `{number}` what they name · `<list>`
 * one of a list of wordings. Letter case, punctuation and hyphens do not count.
 */
export type Pattern =
  | { readonly is: 'word'; readonly word: string; readonly match: 'whole' | 'start' | 'end' }
  | { readonly is: 'free'; readonly free: Free }
  | { readonly is: 'row'; readonly parts: readonly Pattern[] }
  | { readonly is: 'one-of'; readonly parts: readonly Pattern[] }
  | { readonly is: 'perhaps' | 'any' | 'some'; readonly part: Pattern }

/** What a word may be that no wording spells: any that asks for nothing, one that calls somebody, one of a name. */
export type Free = 'plain' | 'who' | 'name'

const FREE: Pattern = { is: 'free', free: 'plain' }
const REPEATS = { '?': 'perhaps', '*': 'any', '+': 'some' } as const
/** what `..` stands for */
const FEW = 4
/** words of the longest name */
const LONGEST_NAME = 5
/** lists in lists in lists */
const DEEPEST = 9

/** Lists of wordings by name, that others make use of. */
export type Lists = Readonly<Record<string, readonly string[]>>

/** Reads a wording. Throws RangeError where its brackets do not close, or a list is not there. */
export function parsePattern(written: string, lists: Lists = {}): Pattern {
  const source = withLists(written, lists)
  let at = 0
  const fail = (): never => {
    throw new RangeError(`the brackets of the wording “${source}” do not match`)
  }
  const repeated = (part: Pattern): Pattern => {
    const sign = source[at]
    if (sign !== '?' && sign !== '*' && sign !== '+') return part
    at++
    return { is: REPEATS[sign], part }
  }
  const row = (): Pattern => {
    const parts: Pattern[] = []
    while (at < source.length && source[at] !== ')' && source[at] !== '|') {
      if (/\s/.test(source[at] ?? '')) at++
      else if (source[at] === '(') {
        at++
        const group = oneOf()
        if (source[at++] !== ')') fail()
        parts.push(repeated(group))
      } else parts.push(...words())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'row', parts }
  }
  const oneOf = (): Pattern => {
    const parts = [row()]
    while (source[at] === '|') {
      at++
      parts.push(row())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'one-of', parts }
  }
  const words = (): readonly Pattern[] => {
    const from = at
    while (at < source.length && !/[\s()|?*+]/.test(source[at] ?? '')) at++
    const parts = wordsOf(source.slice(from, at))
    const last = parts.at(-1)
    return last === undefined ? parts : [...parts.slice(0, -1), repeated(last)]
  }
  const whole = oneOf()
  return at < source.length ? fail() : whole
}

/** The wording with its lists written out. */
function withLists(written: string, lists: Lists, depth = 0): string {
  if (depth > DEEPEST) throw new RangeError(`the lists in “${written.slice(0, 80)}” go round in a circle`)
  return written.replace(/<([\w-]+)>/g, (_, name: string) => {
    const list = lists[name]
    if (list === undefined) throw new RangeError(`there is no list “${name}” for the wording “${written}”`)
    return `(${list.map(one => withLists(one, lists, depth + 1)).join('|')})`
  })
}

function wordsOf(written: string): readonly Pattern[] {
  if (written === '…') return [{ is: 'any', part: FREE }]
  if (written === '..') return Array.from({ length: FEW }, (): Pattern => ({ is: 'perhaps', part: FREE }))
  if (written === '_') return [FREE]
  if (written === '{who}') return [{ is: 'some', part: { is: 'free', free: 'who' } }]
  if (written === '{name}') {
    const part: Pattern = { is: 'free', free: 'name' }
    return [part, ...Array.from({ length: LONGEST_NAME - 1 }, (): Pattern => ({ is: 'perhaps', part }))]
  }
  if (/^\{\w+\}$/.test(written)) return [{ is: 'word', word: written, match: 'whole' }]
  const from = written.startsWith('~')
  const to = written.endsWith('~')
  const tokens = tokensOf(written.replaceAll('~', ''))
  if (tokens.length === 0) throw new RangeError(`“${written}” is no word: a wording does without punctuation`)
  return tokens.map(({ word }, place): Pattern => {
    if (to && place === tokens.length - 1) return { is: 'word', word, match: 'start' }
    return { is: 'word', word, match: from && place === 0 ? 'end' : 'whole' }
  })
}
