import type { KnownText } from '@unwash/core/report/citation'
import type { Citation, TextCitation } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { LONGEST_QUOTE } from '@unwash/core/text/quote'

/** no word is longer, where words have spaces between them */
const LONGEST_WORD = 40

/**
 * marks of Markdown and HTML, with what stands for them: a link's words, nothing for emphasis, tags and marks of lines
 */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/<!--[^>]{0,200}-->|<\/?[a-z][^<>]{0,200}>/gi, ''],
  [/!\[([^[\]]{0,200})\]\([^()]{0,200}\)/g, '$1'],
  [/\[([^[\]]{1,200})\](?:\([^()]{0,200}\)|\[[^[\]]{0,200}\])/g, '$1'],
  // the quotation may end, or begin, within one
  [/\[([^[\]]{1,200})\]\([^()]{0,200}$/g, '$1'],
  [/<[a-z/][^<>]{0,200}$/gi, ''],
  [/^[^<>[\]()]{0,80}\]\([^()]{0,200}\)/g, ''],
  [/(^|\n)[ \t]{0,8}(?:#{1,6}|>|[-*+]) /g, '$1'],
  [/(^|\s|[^\w*])(?:\*{1,3}|_{1,3})(?=\S)/g, '$1'],
  [/(?<=\S)(?:\*{1,3}|_{1,3}(?=\s|[^\w]|$))|`{1,3}/g, ''],
  [/\\([[\]()*_#`!.|-])/g, '$1'],
  // rows of tables have several
  [/(?<=\|[^\n]{0,200})\s?\|(?:[ :-]{0,20}\|){0,20}\s?|\s?\|\s?(?=[^\n]{0,200}\|)/g, ' · '],
]

/** Words that are quoted, and whether words of their sentence are left out. */
type Quote = Pick<TextCitation, 'quote' | 'cut'>

/** how words begin in the middle of a sentence, and how they end one */
const GOES_ON = /^[\p{Ll},;()]/u
const ENDS = /[.!?。！？]["'”’」』)\]*_`]{0,4}$/u

/** The words of a quote with a sign where its sentence begins before or goes on behind: what is between is verbatim. */
export function marked({ quote, cut }: Quote): string {
  if (!cut) return quote
  const before = GOES_ON.test(quote)
  return `${before ? '…' : ''}${quote}${before && ENDS.test(quote) ? '' : '…'}`
}

/** The words that a citation is of, marked; of a metadata value its key before it. */
export function citedWords(cited: Citation): string | null {
  if ('fact' in cited) return cited.text ? knownWords(cited.text) : null
  if ('quote' in cited) return marked(cited) || null
  return 'key' in cited ? `${cited.key}: ${marked({ quote: cited.value, cut: cited.cut })}` : null
}

/** What is known of the words of a text that is elsewhere, with a sign where it is a part of its sentence. */
export const knownWords = ({ words, whole }: KnownText): string => (whole ? words : `…${words}…`)

/** Words in quotation marks: those within are single ones. */
export const inMarks = (words: string): string =>
  `“${words.replace(/“|"(?=[\p{L}\p{N}])/gu, '‘').replace(/[”"]/g, '’')}”`

/** A quotation as a person reads it: without marks of Markdown, and where it was or is cut, with a sign of that. */
export function quoted({ quote, cut }: Quote, longest = LONGEST_QUOTE): string {
  const words = MARKS.reduce((text, [mark, by]) => text.replace(mark, by), quote.slice(0, longest))
  const shown = plain(words)
    .trim()
    .replace(/^· | ·$/g, '')
  if (quote.length <= longest) return marked({ quote: shown, cut })
  const space = shown.lastIndexOf(' ')
  const short = space > 0 && shown.length - space <= LONGEST_WORD ? shown.slice(0, space) : shown
  return `${cut && GOES_ON.test(short) ? '…' : ''}${short}…`
}
