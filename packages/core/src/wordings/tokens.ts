import { onceForSentence } from '../once.ts'
import { isSmall, isUnspaced, UNSPACED } from '../text/scripts.ts'

/**
 * A word of a sentence as wordings see it; `{address}`, `{mail}`, `{file}`, `{date}`, `{number}` stand for what they
 * name.
 */
export interface Token {
  /** in lower case */
  readonly word: string
  /** whether it is written as a name is: its first letter a capital */
  readonly capital: boolean
  readonly start: number
  readonly end: number
}

/** How the names of months begin. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = ([first = '', ...more]: string): string => `[${first.toUpperCase()}${first}]${more.join('')}`
/** a month by its name or the beginning of it */
const MONTH = String.raw`(?:${MONTHS.map(monthOf).join('|')})[a-z]{0,6}\.?`

/** files that are written in capitals, whatever their ending */
const LEGAL_FILES =
  'LICEN[CS]E|NOTICE|COPYING|README|CONTRIBUTING|AUTHORS|CONTRIBUTORS|CHANGELOG|CITATION|CODE_OF_CONDUCT|' +
  String.raw`SECURITY|CREDITS|PATENTS|COPYRIGHT|THIRD[-_]PARTY[-_]\w{3,20}`

/**
 * One Chinese, Japanese or Korean character is a word; so is a mark that answers yes or no, or an amount's sign. What
 * is captured is what is named, in the order of `NAMED`.
 */
const TOKEN = new RegExp(
  [
    String.raw`([hH][tT][tT][pP][sS]?:\/\/[^\s<>"'“”（）()\]]{2,300}|\bwww\.[^\s<>"'()\]]{3,200})`,
    String.raw`([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})`,
    String.raw`((?:[\w.-]{1,60}\/){0,5}(?:${LEGAL_FILES})(?:[-_.]\w{1,30}){0,4}(?![a-z])|` +
      String.raw`(?:[\w.-]{1,60}\/){0,5}[\w-]{1,60}\.` +
      String.raw`(?:md|txt|rst|pdf|html?|cff|py|json|toml|ya?ml|bin|pth?|ckpt|gguf|onnx|safetensors)\b)`,
    String.raw`(\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|` +
      String.raw`\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|` +
      String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \d{4}|${MONTH} (?:\d{1,2},? )?\d{4}|(?:19|20)\d\d)\b)`,
    '(?:[\u2705\u274c\u2713\u2714\u2717\u2718\u2716\u2611\u26d4$€£¥%]|\u{1f6ab})',
    `(?:[${UNSPACED}])`,
    String.raw`(\bv?\d+(?:[.,]\d+){0,4}\b)`,
    String.raw`(?:(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])+)`,
  ].join('|'),
  'gu',
)

/** what a name of a license, found elsewhere, is called in a wording */
export const LICENSE = '{license}'
const NAMED_TOKENS = ['address', 'mail', 'file', 'date', 'number'] as const

/** A place in a sentence where something is named, and what stands for it. */
export interface NamedToken {
  readonly start: number
  readonly end: number
  readonly token: string
}

/** by code, whether a token may go on or begin with it: letters and digits, and `.`, `+`, `-`; not `/`, `@` and `:` */
const INSIDE = Array.from({ length: 128 }, (_, code) => /[\w.+-]/.test(String.fromCharCode(code)))
const isBetween = (code: number): boolean => code < 128 && INSIDE[code] === false && code !== 36 && code !== 37
/** a compound of more letters is looked at by `TOKEN` */
const LONGEST_COMPOUND = 60

/** Whether a word of plain letters ends here for certain: no name of a file, no address goes on behind it. */
function endsWord(sentence: string, at: number): boolean {
  let end = at
  if (sentence.charCodeAt(at) === 46) end++
  else if (sentence.charCodeAt(at) === 45)
    while (end < at + LONGEST_COMPOUND && sentence.charCodeAt(end) !== 46 && INSIDE[sentence.charCodeAt(end)]) end++
  const code = sentence.charCodeAt(end)
  if (code === 58) return !(sentence.charCodeAt(end + 1) === 47)
  return Number.isNaN(code) || (code < 128 && INSIDE[code] === false && code !== 47 && code !== 64)
}

/** three letters as one number, whatever their case */
const beginningOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) | 32) << 16) + ((text.charCodeAt(at + 1) | 32) << 8) + (text.charCodeAt(at + 2) | 32)
/** how a month begins; a number that others come to as well is looked at by `TOKEN` */
const BEGINS: ReadonlySet<number> = new Set(MONTHS.map(month => beginningOf(month, 0)))

/** Where a word ends that is certain to be one and nothing else, without asking `TOKEN`; `at` where none begins. */
function plainEnd(sentence: string, at: number): number {
  const first = sentence.charCodeAt(at)
  if (isUnspaced(first)) return at + 1
  if (!isSmall(first | 32) || first > 122) return at
  let end = at + 1
  while (isSmall(sentence.charCodeAt(end))) end++
  return !BEGINS.has(beginningOf(sentence, at)) && endsWord(sentence, end) ? end : at
}

const remembered = onceForSentence(sentence => tokenize(sentence, []))

/** Cuts a sentence into words; what is `named` in it becomes one of its own. */
export const tokensOf = (sentence: string, named: readonly NamedToken[] = []): readonly Token[] =>
  named.length > 0 ? tokenize(sentence, named) : remembered(sentence)

function tokenize(sentence: string, named: readonly NamedToken[]): readonly Token[] {
  const found: Token[] = []
  let next = 0
  const add = (word: string, capital: boolean, start: number, end: number): void => {
    while (next < named.length && (named[next]?.end ?? 0) <= start) next++
    const inside = named[next]
    if (inside === undefined || end <= inside.start) found.push({ word, capital, start, end })
    else if (found.at(-1)?.start !== inside.start)
      found.push({ word: inside.token, capital: false, start: inside.start, end: inside.end })
  }
  for (let at = 0; at < sentence.length; ) {
    if (isBetween(sentence.charCodeAt(at))) {
      at++
      continue
    }
    const plain = plainEnd(sentence, at)
    if (plain > at) {
      const capital = sentence.charCodeAt(at) < 97
      const word = sentence.slice(at, plain)
      add(capital ? word.toLowerCase() : word, capital, at, plain)
      at = plain
      continue
    }
    TOKEN.lastIndex = at
    const match = TOKEN.exec(sentence)
    if (match === null) break
    const [text] = match
    const kind = NAMED_TOKENS.find((_, place) => match[place + 1] !== undefined)
    at = match.index + text.length
    const word = kind === undefined ? text.toLowerCase() : `{${kind}}`
    add(word, kind === undefined && /^\p{Lu}/u.test(text), match.index, at)
  }
  return found
}
