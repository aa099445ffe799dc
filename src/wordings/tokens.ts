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

/** a month by its name or the beginning of it */
const MONTH = '(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)[a-z]{0,6}\\.?'

/** files that are written in capitals, whatever their ending */
const LEGAL_FILES =
  'LICEN[CS]E|NOTICE|COPYING|README|CONTRIBUTING|AUTHORS|CONTRIBUTORS|CHANGELOG|CITATION|CODE_OF_CONDUCT|' +
  String.raw`SECURITY|CREDITS|PATENTS|COPYRIGHT|THIRD[-_]PARTY[-_]\w{3,20}`

/** One Chinese, Japanese or Korean character is a word; so is a mark that answers yes or no, or an amount's sign. */
const TOKEN = new RegExp(
  [
    String.raw`(?<address>[hH][tT][tT][pP][sS]?:\/\/[^\s<>"'“”（）()\]]{2,300}|\bwww\.[^\s<>"'()\]]{3,200})`,
    String.raw`(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})`,
    String.raw`(?<file>(?:[\w.-]{1,60}\/){0,5}(?:${LEGAL_FILES})(?:[-_.]\w{1,30}){0,4}(?![a-z])|` +
      String.raw`(?:[\w.-]{1,60}\/){0,5}[\w-]{1,60}\.` +
      String.raw`(?:md|txt|rst|pdf|html?|cff|py|json|toml|ya?ml|bin|pth?|ckpt|gguf|onnx|safetensors)\b)`,
    String.raw`(?<date>\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|` +
      String.raw`\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|` +
      String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \d{4}|${MONTH} (?:\d{1,2},? )?\d{4}|(?:19|20)\d\d)\b)`,
    '(?<mark>[\u2705\u274c\u2713\u2714\u2717\u2718\u2716\u2611\u26d4$€£¥%]|\u{1f6ab})',
    String.raw`(?<ideograph>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff])`,
    String.raw`(?<number>\bv?\d+(?:[.,]\d+){0,4}\b)`,
    String.raw`(?<word>(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff])[\p{L}\p{N}\p{M}])+)`,
  ].join('|'),
  'gu',
)

/** what a name of a license, found elsewhere, is called in a wording */
export const LICENSE = '{license}'
const NAMED = ['address', 'mail', 'file', 'date', 'number'] as const

/** A place in a sentence where something is named, and what stands for it. */
export interface Named {
  readonly start: number
  readonly end: number
  readonly token: string
}

/** Cuts a sentence into words; what is `named` in it becomes one of its own. */
export function tokensOf(sentence: string, named: readonly Named[] = []): readonly Token[] {
  const found: Token[] = []
  let next = 0
  for (const { index, 0: text, groups } of sentence.matchAll(TOKEN)) {
    const end = index + text.length
    while (next < named.length && (named[next]?.end ?? 0) <= index) next++
    const inside = named[next]
    if (inside !== undefined && end > inside.start) {
      if (found.at(-1)?.start !== inside.start)
        found.push({ word: inside.token, capital: false, start: inside.start, end: inside.end })
      continue
    }
    const kind = NAMED.find(kind => groups?.[kind] !== undefined)
    const word = kind === undefined ? text.toLowerCase() : `{${kind}}`
    found.push({ word, capital: kind === undefined && /^\p{Lu}/u.test(text), start: index, end })
  }
  return found
}
