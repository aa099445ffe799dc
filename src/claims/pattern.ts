/**
 * Patterns of phrase files, written in plain words and compiled to bounded regular expressions:
 * `open source` is found with a space, a hyphen or nothing between its words · `~` any ending ("releas~") ·
 * `(a|b)` one of these, written onto a word its endings (`source(d|s)?`) · `(a|b)?` or `word?` perhaps · `(a|b)*` up to three of these · `..` up to four words between; behind
 * the phrase none of those that end it (`ends`) · `…` anything up to 90 characters · `^` and `$` the sentence's ends · `<>` the place of the phrase,
 * `<open sourced>` of this very phrase.
 */

/** How the words of a language are told apart. */
export interface Spacing {
  /** words have spaces between them, and a pattern's words are whole words */
  readonly spaced: boolean
  /** words that end what a phrase describes: prepositions, relatives */
  readonly ends: readonly string[]
}

/** A compiled pattern: what stands before the phrase, the phrase itself, what follows; or anywhere where it has no place for one. */
interface Pattern {
  readonly before: string | null
  readonly inner: string | null
  readonly after: string | null
  readonly anywhere: string | null
}

const LETTER = 'A-Za-z0-9\\u00c0-\\u04ff'
const START = `(?<![${LETTER}])`
const END = `(?![${LETTER}])`
const SPACES = '[\\s"\'“”«»*_`(\\[/\\u2010-\\u2015-]{0,3}'
const NO_SPACES = '[\\s"“”*_`]{0,2}'
const GAP = '[^;!?]{0,90}'
const FEW_WORDS = '(?:[^\\s,;:!?]{1,40}\\s{1,3}){0,3}(?:[^\\s,;:!?]{1,40})?'
const ONE_WORD = '(?:[^\\s,;:!?]{1,40}\\s{1,3})'
const WIDE_GAP = '[^。；！？;]{0,60}'
const FEW_CHARACTERS = '[^，。；：！？、,;:]{0,12}'

/** the part of a regular expression for a pattern without `<>` */
export function compileWords(pattern: string, spacing: Spacing): string {
  return sequence(pattern.trim(), spacing)
}

/** Which of a list of patterns fits a phrase in its sentence. */
export type Fits = (sentence: string, start: number, end: number) => boolean

/** how far from the phrase is looked */
const WINDOW = 200

/** One question for many patterns. */
export function compileList(patterns: readonly string[], spacing: Spacing): Fits {
  const compiled = patterns.map(pattern => split(pattern, spacing))
  const joint = spacing.spaced ? SPACES : NO_SPACES
  const only = (key: 'before' | 'after' | 'anywhere') =>
    compiled.flatMap(one =>
      one[key] !== null && Object.values(one).filter(part => part !== null).length === 1 ? [one[key]] : [],
    )
  // "a lively, open-source model": an adjective before the phrase may have a comma behind it
  const before = union(only('before'), '', `,?${joint}$`)
  const after = union(only('after'), `^${joint}`, '')
  const anywhere = union(only('anywhere'), '', '')
  const mixed = compiled
    .filter(one => one.inner !== null || (one.before !== null && one.after !== null))
    .map(one => ({
      before: one.before === null ? null : new RegExp(`(?:${one.before})${joint}$`, 'i'),
      inner: one.inner === null ? null : new RegExp(`^(?:${one.inner})$`, 'i'),
      after: one.after === null ? null : new RegExp(`^${joint}(?:${one.after})`, 'i'),
    }))
  return (sentence, start, end) => {
    // where the beginning is cut off, what is left does not begin the sentence
    const left = start > WINDOW ? `A${sentence.slice(start - WINDOW, start)}` : sentence.slice(0, start)
    const right = sentence.slice(end, end + WINDOW)
    return (
      before?.test(left) ||
      after?.test(right) ||
      anywhere?.test(sentence) ||
      mixed.some(
        one =>
          (one.inner?.test(sentence.slice(start, end)) ?? true) &&
          (one.before?.test(left) ?? true) &&
          (one.after?.test(right) ?? true),
      )
    )
  }
}

function union(parts: readonly string[], head: string, tail: string): RegExp | null {
  return parts.length === 0 ? null : new RegExp(`${head}(?:${parts.join('|')})${tail}`, 'i')
}

function split(pattern: string, spacing: Spacing): Pattern {
  const place = /<([^<>]*)>/.exec(pattern)
  if (!place) return { before: null, inner: null, after: null, anywhere: sequence(pattern.trim(), spacing) }
  const left = pattern.slice(0, place.index).trim()
  const right = pattern.slice(place.index + place[0].length).trim()
  const inner = place[1]?.trim() ?? ''
  return {
    before: left === '' ? null : sequence(left, spacing),
    inner: inner === '' ? null : sequence(inner, spacing),
    after: right === '' ? null : sequence(right, spacing, fewWords(spacing)),
    anywhere: null,
  }
}

/** Up to four words that belong to the phrase. */
function fewWords({ spaced, ends }: Spacing): string {
  if (!spaced || ends.length === 0) return spaced ? FEW_WORDS : FEW_CHARACTERS
  return `(?:(?!(?:${ends.map(escaped).join('|')})\\s)[^\\s,;:!?]{1,40}\\s{1,3}){0,4}`
}

/** Words in a row, with what may stand between them. */
function sequence(
  pattern: string,
  spacing: Spacing,
  few: string = spacing.spaced ? FEW_WORDS : FEW_CHARACTERS,
): string {
  const { spaced } = spacing
  const joint = spaced ? SPACES : NO_SPACES
  let out = ''
  /** an element is due its joint before the next one */
  let due = false
  /** the last element was a plain word */
  let plainly = false
  for (const token of tokens(pattern)) {
    if (token === '^' || token === '$') {
      // a sentence may begin with a bullet, a quote or an emoji
      out += token === '^' ? `^[^${LETTER}\\u3040-\\uffef]{0,8}` : `[^${LETTER}]{0,8}$`
      due = false
      continue
    }
    if (token === '…' || token === '..' || token === '_') {
      if (due) out += joint
      out += token === '…' ? (spaced ? GAP : WIDE_GAP) : token === '_' ? ONE_WORD : few
      due = false
      continue
    }
    const repeat = token.length > 1 && /[^)][?]$|[)][?*]$/.test(token) && isWhole(token) ? token.slice(-1) : ''
    const body = repeat ? token.slice(0, -1) : token
    const group = body.startsWith('(')
    const element = group ? `(?:${alternatives(body.slice(1, -1), spacing)})` : word(body, spaced)
    const count = repeat === '*' ? '{0,3}' : repeat
    if (repeat === '') {
      // "open source" is found in one word too
      out =
        due && plainly && !group
          ? `${withoutEnd(out)}${joint}${element.startsWith(START) ? element.slice(START.length) : element}`
          : `${out}${due ? joint : ''}${element}`
      due = true
    } else out += due ? `(?:${joint}${element})${count}` : `(?:${element}${joint})${count}`
    plainly = repeat === '' && !group
  }
  return out
}

/** `word?` and `(a|b)?` may be left out; in `source(d|s)?` only the ending may. */
const isWhole = (token: string) => token.startsWith('(') || !token.endsWith(')?')

const withoutEnd = (element: string) => (element.endsWith(END) ? element.slice(0, -END.length) : element)

/** The elements of a pattern: groups, words with their endings, gaps and the marks of the sentence's ends. */
function tokens(pattern: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < pattern.length) {
    const char = pattern[at] ?? ''
    if (/\s/.test(char)) {
      at++
      continue
    }
    let end = at
    if (char === '(') end = marked(pattern, groupEnd(pattern, at))
    else if (char === '^' || char === '$' || char === '…') end++
    else if (pattern.startsWith('..', at)) end += 2
    else {
      while (end < pattern.length && !/[\s^$…]/.test(pattern[end] ?? '') && !pattern.startsWith('..', end)) {
        if (pattern[end] === '(') end = marked(pattern, groupEnd(pattern, end))
        else if (pattern[end++] === '?') break
      }
    }
    found.push(pattern.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  return found
}

/** Behind the closing bracket of a group. */
function groupEnd(pattern: string, from: number): number {
  let depth = 0
  let end = from
  do {
    if (pattern[end] === '(') depth++
    if (pattern[end] === ')') depth--
    end++
  } while (depth > 0 && end < pattern.length)
  return end
}

const marked = (pattern: string, end: number) => (pattern[end] === '?' || pattern[end] === '*' ? end + 1 : end)

function alternatives(body: string, spacing: Spacing): string {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '(') depth++
    if (body[at] === ')') depth--
    if (body[at] === '|' && depth === 0) {
      parts.push(body.slice(from, at))
      from = at + 1
    }
  }
  parts.push(body.slice(from))
  return parts.map(part => sequence(part, spacing)).join('|')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A word with its endings: `releas~`, `licen(c|s)e(s|d)?`. */
function word(written: string, spaced: boolean): string {
  const open = written.endsWith('~')
  const plain = open ? written.slice(0, -1) : written
  let bare = ''
  for (let at = 0; at < plain.length; ) {
    const end = plain[at] === '(' ? marked(plain, groupEnd(plain, at)) : at + 1
    const piece = plain.slice(at, end)
    // a hyphen in a pattern is a hyphen, a space or nothing
    bare +=
      plain[at] === '('
        ? piece.replaceAll('(', '(?:').replace(/\s+/g, NO_SPACES)
        : piece === '-'
          ? '[\\s-]?'
          : escaped(piece)
    at = end
  }
  const ending = open ? `[${LETTER}]{0,20}` : ''
  if (!spaced && !/^[A-Za-z]/.test(plain)) return `${bare}${ending}`
  const start = WORDLY.test(plain[0] ?? '') ? START : ''
  const end = open || WORDLY.test(plain.at(-1) ?? '') || /[)?]$/.test(plain) ? END : ''
  return `${start}${bare}${ending}${end}`
}

const WORDLY = /[\p{L}\p{N}]/u
