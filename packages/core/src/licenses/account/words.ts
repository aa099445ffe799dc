import { UNSPACED } from '../../text/scripts.ts'

/**
 * The words of a text in order, each once: what is accounted for. A letter of Chinese, Japanese or Korean is a word.
 */
export interface FileWords {
  readonly text: string
  readonly count: number
  /** where each begins and ends, in UTF-16 units */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** where each begins, in bytes of UTF-8 */
  readonly bytes: Uint32Array
  /** 1-based line of each */
  readonly lines: Uint32Array
}

const WORD = new RegExp(
  [
    String.raw`[\u2e80-\u2fff\u3100-\u33ff${UNSPACED}\u{20000}-\u{323af}]`,
    String.raw`(?:(?![\u2e80-\u2fff\u3100-\u33ff${UNSPACED}\u{20000}-\u{323af}])[\p{L}\p{N}\p{M}])+`,
  ].join('|'),
  'gu',
)

/** The words of a short text, in lower case. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? []

/** Finds the words of a text, and where they stand. */
export function fileWords(text: string): FileWords {
  const starts: number[] = []
  const ends: number[] = []
  const bytes: number[] = []
  const lines: number[] = []
  let read = 0
  let byte = 0
  let line = 1
  const advance = (to: number): void => {
    for (; read < to; read++) {
      const code = text.charCodeAt(read)
      if (code === 10) line++
      // each half of a pair makes two of the four bytes
      byte += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
    }
  }
  for (const match of text.matchAll(WORD)) {
    advance(match.index)
    starts.push(match.index)
    ends.push(match.index + match[0].length)
    bytes.push(byte)
    lines.push(line)
  }
  return {
    text,
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    bytes: Uint32Array.from(bytes),
    lines: Uint32Array.from(lines),
  }
}

/** One word, in lower case. */
export const wordAt = ({ text, starts, ends }: FileWords, at: number): string =>
  text.slice(starts[at], ends[at]).toLowerCase()

/** The text from one word to before another, with the marks that end it. */
export function textOfWords({ text, starts, ends, count }: FileWords, from: number, to: number): string {
  const end = ends[to - 1] ?? 0
  const next = to < count ? (starts[to] ?? text.length) : text.length
  const marks = /^[^\s\p{L}\p{N}]{0,4}/u.exec(text.slice(end, next))?.[0] ?? ''
  return text.slice(starts[from], end) + marks
}
