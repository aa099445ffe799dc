import { ANY_HAN, HANGUL, KANA } from './scripts.ts'

/**
 * escape sequences of terminals: control strings (titles, links), then colors and cursor moves, in both their spellings
 */
const ESCAPE = new RegExp(
  String.raw`(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]{0,512}(?:\u0007|\u001b\\|` +
    String.raw`\u009c)|(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]?|\u001b[ -/]{0,8}[0-~]?`,
  'g',
)
const SPACES = /\s+/g
/** other controls, and marks that reorder or hide what stands on a line (CVE-2021-42574) */
const HIDDEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** Foreign text made safe to show on one line: no terminal sequences, control characters or reordering marks. */
export function plain(text: string): string {
  return text.replace(ESCAPE, '').replace(SPACES, ' ').replace(HIDDEN, '')
}

/** the colors that reports are painted in: none of them hides anything */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COLOR = /^\u001b\[(?:[124]|2[24]|3[1236]|39)m$/

/** links to files of this machine, as places are cited, and the end of one (OSC 8) */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const LINK = /^\u001b\]8;;file:\/\/\/[A-Za-z0-9%/._~:@!$&'()*+,;=#-]*\u001b\\$/
const LINK_END = '\u001b]8;;\u001b\\'

/**
 * A text as it may go to a terminal, its lines kept, and its colors if told: what else a terminal would obey is taken
 * out.
 */
export function shownOnTerminal(text: string, colors: boolean): string {
  let inLink = false
  const obeyed = (sequence: string) => {
    if (COLOR.test(sequence)) return true
    // an end without a beginning belonged to a link that is not shown
    const ends = sequence === LINK_END && inLink
    inLink = LINK.test(sequence)
    return inLink || ends
  }
  return text
    .replace(ESCAPE, sequence => (colors && obeyed(sequence) ? sequence : ''))
    .replace(HIDDEN, mark => (KEPT.has(mark) ? mark : ''))
}

/** of the controls, what makes lines and columns, and what is left of colors */
const KEPT: ReadonlySet<string> = new Set(['\n', '\t', '\u001b'])

/** scripts that tell their language, the telling ones first; Latin letters tell none */
const SCRIPTS = [
  [new RegExp(`[${KANA}]`), 'ja'],
  [new RegExp(`[${HANGUL}]`), 'ko'],
  [ANY_HAN, 'zh'],
  [/[\u0400-\u04ff]/, 'ru'],
  [/[\u0600-\u06ff]/, 'ar'],
] as const

/** The language of quoted words as an attribute has it, where their script tells it; undefined elsewhere. */
export const langOf = (words: string): string | undefined => SCRIPTS.find(([script]) => script.test(words))?.[1]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Foreign words as the text of an element or of a quoted attribute, in HTML and in SVG. */
export function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}
