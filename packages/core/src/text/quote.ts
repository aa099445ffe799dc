import { HANGUL } from './scripts.ts'
import { sentencesOf } from './sentences.ts'

/**
 * The longest quote that a citation carries, in letters. Most sentences of licenses are longer than 200; a sentence
 * with its exception fits into 400.
 */
export const LONGEST_QUOTE = 400

/** What is quoted of a text: between two offsets; `cut` where words of its sentence are left out, before or behind. */
export interface Quote {
  readonly from: number
  readonly to: number
  readonly cut: boolean
}

/** letters that stay behind where the words begin that a quote is for, and behind where an exception begins */
const ENOUGH = 60
/** letters to either side in which a sentence is looked for: none is longer */
const FARTHEST = 3_000

/** What begins to take back a part of what a sentence says, in the languages that are read. */
export const EXCEPTION = new RegExp(
  [
    String.raw`(?<!\p{L})(?:except|unless|excluding|exempt|provided,? (?:that|however)|other than|but not|only if`,
    'subject to|save (?:for|as|that)|sauf|excepté|à moins|hormis|außer|sofern|es sei denn|ausgenommen',
    'salvo|excepto|a menos|siempre que|tranne|eccetto|a meno|exceto|desde que|кроме|за исключением',
    String.raw`если)(?!\p{L})|除非|除了|除外|以外|但|を除|ただし|除き|제외|경우를`,
  ].join('|'),
  'giu',
)

/**
 * A sentence of a text in at most so many letters: cut only where a clause ends that is behind `after`, with a sign of
 * it; null where that cannot be, or where what is left out takes something back, such as an exception.
 */
export function inShort(text: string, most: number, after = 0): string | null {
  if (text.length <= most) return text
  const least = Math.max(after, most / 3)
  const borders = BORDERS.slice(0, 2).flatMap(border => [...text.matchAll(border)])
  const ends = borders.map(({ index, 0: mark }) => index + mark.length).filter(end => end >= least && end <= most)
  if (ends.length === 0) return null
  const end = Math.max(...ends)
  return text.slice(end).search(EXCEPTION) >= 0 ? null : `${text.slice(0, end).replace(/[\s,;:，、；：]+$/u, '')}…`
}

/** what begins the consequence of a condition */
const CONSEQUENCE = /, (?:then|alors|dann|entonces|então|allora|то)(?!\p{L})|，(?:则|則|那么)/gu

/** letters and marks */
const LETTER = String.raw`\u2e80-\u9fff${HANGUL}`
/** where a clause of a sentence ends, the surest first; then between two words */
const BORDERS = [
  /[;:](?=\s)|[；：]/gu,
  /,(?=\s)|(?<!\([^()\s]{0,5})[)\]](?=\s)|\s(?=[(\u2013\u2014])|[，、）]/gu,
  new RegExp(String.raw`\s|(?<=[${LETTER}])(?=[${LETTER}])`, 'gu'),
] as const

/** a blank line, or the next item or row of a list, where no sentence goes on */
const BLOCK = /\n[ \t>]*(?=\n|[-*+•|#] )/g

/**
 * What is quoted of a stretch of a text: all of it where a quote may be that long, else the sentence in which the words
 * at an offset stand, with those behind it that fit; of a sentence that is too long the clauses around these words and
 * to their end, with the beginning of an exception that follows them.
 */
export function quoteIn(text: string, from = 0, to = text.length, words = from, wordsEnd = words): Quote {
  const [start, end] = trimmed(text, from, to)
  if (end - start <= LONGEST_QUOTE) return { from: start, to: end, cut: false }
  const at = Math.min(Math.max(words, start), end - 1)
  const sentences = sentencesNear(text, start, end, at)
  const number = Math.max(
    0,
    sentences.findIndex(([, end]) => end > at),
  )
  const [first, last] = sentences[number] ?? [start, end]
  if (last - first > LONGEST_QUOTE) return cutAround(text, [first, last], at, wordsEnd)
  const behind = sentences.slice(number).findLast(([, end]) => end - first <= LONGEST_QUOTE)
  return { from: first, to: behind?.[1] ?? last, cut: false }
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return [start, end]
}

/** The sentences of a text around a place, by their offsets. */
function sentencesNear(text: string, from: number, to: number, at: number): readonly (readonly [number, number])[] {
  const start = Math.max(from, at - FARTHEST)
  const near = text.slice(start, Math.min(to, at + FARTHEST))
  const ends = [...[...near.matchAll(BLOCK)].map(({ index }) => index), near.length]
  return ends.flatMap((end, block) => {
    const before = ends[block - 1] ?? 0
    const words = near.slice(before, end).replace(/\s/g, ' ')
    return sentencesOf(words).map(([from, to]) => trimmed(text, start + before + from, start + before + to))
  })
}

/** The clauses of one sentence around the words at an offset. */
function cutAround(text: string, [first, last]: readonly [number, number], at: number, atEnd: number): Quote {
  const whole = (end: number) => Math.min(last, end + ENOUGH)
  let kept = atEnd - at > LONGEST_QUOTE ? whole(at) : Math.max(whole(at), Math.min(last, atEnd))
  for (const exception of text.slice(at, at + LONGEST_QUOTE).matchAll(EXCEPTION)) {
    const behind = whole(at + exception.index + exception[0].length)
    if (behind - at <= LONGEST_QUOTE) kept = Math.max(kept, behind)
  }
  // of a long condition the beginning may go, so that what follows from it stays
  const middle = (at + atEnd) / 2
  for (const then of text.slice(at, at + LONGEST_QUOTE + ENOUGH).matchAll(CONSEQUENCE)) {
    const behind = whole(at + then.index + then[0].length)
    if (behind - LONGEST_QUOTE + ENOUGH < middle) kept = Math.max(kept, behind)
  }
  const earliest = kept - LONGEST_QUOTE
  const from = earliest <= first ? first : (bordersIn(text, earliest, earliest > at ? earliest + ENOUGH : at)[0] ?? at)
  const latest = from + LONGEST_QUOTE
  const to = latest >= last ? last : endIn(text, [from, Math.min(kept, latest), latest])
  const [start, end] = trimmed(text, from, to)
  return { from: start, to: end, cut: true }
}

/** The last border from the least to the latest place, else the last one between two words that is before. */
function endIn(text: string, [from, least, latest]: readonly [number, number, number]): number {
  const border = bordersIn(text, least, latest).at(-1) ?? bordersIn(text, from + 1, latest, BORDERS.slice(-1)).at(-1)
  // of a word longer than a quote what fits, with no character cut in half
  return border ?? from + text.slice(from, latest).replace(/[\uD800-\uDBFF]$/, '').length
}

/** The borders of one kind between two offsets, both among them: of the surest kind that is there. */
function bordersIn(text: string, from: number, to: number, borders: readonly RegExp[] = BORDERS): readonly number[] {
  const slice = text.slice(from, to)
  for (const border of borders) {
    const found = [...slice.matchAll(border)].map(({ index, 0: mark }) => from + index + mark.length)
    if (found.length > 0) return found
  }
  return []
}

/** As much of a text as a quote may have, and whether words of it are left out. */
export function quoted(text: string): { readonly quote: string; readonly cut?: true } {
  const { from, to } = quoteIn(text)
  return { quote: text.slice(from, to), ...(to < text.trimEnd().length && { cut: true }) }
}
