import { onceForSentence } from '../once.ts'
import { HAN, HANGUL, isDigit, KANA } from './scripts.ts'

/**
 * A word of a name or of prose, as names are compared: "Apache-2.0", "apache 2" and "Apache_v2.0" have the same words.
 */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  /** where it starts with the words before it that were passed over (the `v` of a version) */
  readonly lead: number
}

/**
 * a number that keeps its unit (`7b`, `3n`); a plain number; letters, accented ones too; plus signs; one CJK character;
 * a run of kana or hangul
 */
const WORD = new RegExp(
  String.raw`\d+(?:\.\d+)*[a-z]{0,3}(?![a-z\d]|\.\d)|\d+(?:\.\d+)*|[a-z\u00e0-\u024f]+|\++|[${HAN}]|` +
    `[${KANA}]+|[${HANGUL}]+`,
  'gi',
)

/**
 * Cuts a text into lower-case words; the `v` of a version and a trailing `.0` go, so that v2, 2.0 and 2.0.0 are one.
 */
export const wordsOf: (text: string) => readonly Word[] = onceForSentence(cut)

function cut(text: string): readonly Word[] {
  const words: Word[] = []
  let passedOver: number | null = null
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const word = fold(match[0], isDigit(text.charCodeAt(end)) || isSpacedVersion(match[0], text, end))
    if (word === '') {
      passedOver ??= start
      continue
    }
    words.push({ text: word, start, end, lead: passedOver ?? start })
    passedOver = null
  }
  return words
}

/** "v. 3" and "v 3" */
function isSpacedVersion(word: string, text: string, end: number): boolean {
  return word.length === 1 && /^\.? ?\d/.test(text.slice(end, end + 3))
}

function fold(word: string, beforeNumber: boolean): string {
  const lower = word.toLowerCase()
  if (isDigit(lower.charCodeAt(0))) {
    let end = lower.length
    while (lower.endsWith('.0', end)) end -= 2
    return lower.slice(0, end)
  }
  return beforeNumber && lower.endsWith('v') ? lower.slice(0, -1) : lower
}
