/**
 * Patterns of phrase files, written in plain words and compiled to bounded regular expressions:
 * `open source` is found with a space, a hyphen or nothing between its words · `~` any ending ("releas~") or beginning
 * ("~modelle") · `(a|b)` one of these, written onto a word its endings (`source(d|s)?`) · `(a|b)?` or `word?` perhaps ·
 * `(a|b)*` up to three of these · `..` up to four words between; behind the phrase none of those that end it (`ends`) ·
 * `!(a|b)` none of these here, `!<(a|b)` none of these before · `…` anything up to 90 characters · `^` and `$` the
 * sentence's ends · `<>` the place of the phrase, `<open sourced>` of this very phrase.
 */

import { shortened } from './asides.ts'
import { type Seeker, seekerOf } from './seeker.ts'
import { numbered, stemsOf } from './stems.ts'
import { alternativesOf, groupEnd, isDenial, isOptional, marked, tokens } from './tokens.ts'

/** How the words of a language are told apart. */
export interface Spacing {
  /** words have spaces between them, and a pattern's words are whole words */
  readonly spaced: boolean
  /** words that end what a phrase describes: prepositions, relatives */
  readonly ends: readonly string[]
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

/** the same in other words, in brackets right behind the phrase: "오픈 웨이트(open-weight) 모델" */
const GLOSS = '\\s?[(（][^()（）]{1,40}[)）]'

/** Which of a list of patterns fits a phrase in its sentence. */
export type Fits = (sentence: string, start: number, end: number) => boolean

/** how far from the phrase is looked */
const WINDOW = 200

/** A part of a pattern, and the numbers of the letters without which it is not found. */
interface Part {
  readonly regexp: RegExp
  readonly needs: readonly (readonly number[])[]
}

/** The surroundings of a phrase, and which letters are in them. */
interface Surroundings {
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly left: Looked
  readonly right: Looked
  readonly whole: Looked
}

interface Looked {
  readonly text: string
  readonly seen: Uint8Array
}

/** A question for each list of patterns; what surrounds a phrase is looked at once for all of them. */
export function compileLists(lists: readonly (readonly string[])[], spacing: Spacing): readonly Fits[] {
  const joint = spacing.spaced ? SPACES : NO_SPACES
  const numbers = new Map<string, number>()
  const part = (words: string, head: string, tail: string, few?: string): Part | null =>
    words === ''
      ? null
      : {
          regexp: new RegExp(`${head}(?:${sequence(words, spacing, few)})${tail}`, 'i'),
          needs: numbered(stemsOf(words, spacing.spaced), numbers),
        }
  const compiled = lists.map(patterns =>
    patterns.map(pattern => {
      const { before, inner, after, anywhere } = split(pattern)
      return {
        // "a lively, open-source model": an adjective before the phrase may have a comma behind it
        before: part(before, '', `,?${joint}$`),
        inner: part(inner, '^', '$'),
        after: part(after, `^(?:${GLOSS})?${joint}`, '', fewWords(spacing)),
        anywhere: part(anywhere, '', ''),
      }
    }),
  )
  const around = surroundings(seekerOf([...numbers.keys()]))
  return compiled.map(patterns => (sentence, start, end) => {
    const { left, right, whole } = around(sentence, start, end)
    return patterns.some(
      ({ before, inner, after, anywhere }) =>
        holds(anywhere, whole) &&
        holds(before, left) &&
        holds(after, right) &&
        (inner?.regexp.test(sentence.slice(start, end)) ?? true),
    )
  })
}

/** Looks at what surrounds a phrase, and remembers the last: one phrase is asked of many times in a row. */
function surroundings(seek: Seeker): (sentence: string, start: number, end: number) => Surroundings {
  const look = (whole: string): Looked => {
    const text = shortened(whole)
    return { text, seen: seek(text.toLowerCase()).seen }
  }
  let last: Surroundings | null = null
  return (sentence, start, end) => {
    if (last?.sentence === sentence && last.start === start && last.end === end) return last
    const whole = last?.sentence === sentence ? last.whole : look(sentence)
    // where the beginning is cut off, what is left does not begin the sentence
    const left = look(start > WINDOW ? `A${sentence.slice(start - WINDOW, start)}` : sentence.slice(0, start))
    last = { sentence, start, end, left, right: look(sentence.slice(end, end + WINDOW)), whole }
    return last
  }
}

const holds = (part: Part | null, { text, seen }: Looked) =>
  part === null || (part.needs.every(list => list.some(one => seen[one] === 1)) && part.regexp.test(text))

/**
 * What stands before the phrase, the phrase itself, what follows; or anywhere, where a pattern has no place for one.
 */
function split(pattern: string): Readonly<Record<'before' | 'inner' | 'after' | 'anywhere', string>> {
  const place = /<([^<>]*)>/.exec(pattern)
  if (!place) return { before: '', inner: '', after: '', anywhere: pattern.trim() }
  return {
    before: pattern.slice(0, place.index).trim(),
    inner: place[1]?.trim() ?? '',
    after: pattern.slice(place.index + place[0].length).trim(),
    anywhere: '',
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
  for (const token of tokens(pattern, spaced)) {
    if (token === '^' || token === '$') {
      // a sentence may begin with a bullet, a quote or an emoji
      out += token === '^' ? `^[^${LETTER}\\u3040-\\uffef]{0,8}` : `[^${LETTER}\\u3040-\\u9fff\\uac00-\\ud7af]{0,8}$`
      due = false
      continue
    }
    if (isDenial(token)) {
      const denied = `(?:${alternatives(token.slice(token.indexOf('(') + 1, -1), spacing)})`
      out += token.startsWith('!<') ? `(?<!${denied}${joint})` : `(?!${joint}${denied})`
      continue
    }
    if (token === '…' || token === '..' || token === '_') {
      if (due) out += joint
      out += token === '…' ? (spaced ? GAP : WIDE_GAP) : token === '_' ? ONE_WORD : few
      due = false
      continue
    }
    const repeat = isOptional(token) ? token.slice(-1) : ''
    const body = repeat ? token.slice(0, -1) : token
    const group = body.startsWith('(') && groupEnd(body, 0) === body.length
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

const withoutEnd = (element: string) => (element.endsWith(END) ? element.slice(0, -END.length) : element)

function alternatives(body: string, spacing: Spacing): string {
  return alternativesOf(body)
    .map(part => sequence(part, spacing))
    .join('|')
}

/** Text as it stands, in a regular expression. */
export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A word with its endings: `releas~`, `licen(c|s)e(s|d)?`; a compound by its last part: `~modell(e|en)?`. */
function word(written: string, spaced: boolean): string {
  const compound = written.startsWith('~')
  const open = written.endsWith('~')
  const plain = written.slice(compound ? 1 : 0, open ? -1 : undefined)
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
  const start = WORDLY.test(plain[0] ?? '') || plain.startsWith('(') ? START : ''
  const end = open || WORDLY.test(plain.at(-1) ?? '') || /[)?]$/.test(plain) ? END : ''
  return `${start}${compound ? BEGINNING : ''}${bare}${ending}${end}`
}

/** the first parts of a compound, with or without a hyphen */
const BEGINNING = `[${LETTER}-]{0,40}`

const WORDLY = /[\p{L}\p{N}]/u
