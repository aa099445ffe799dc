import { plain } from './foreign.ts'

/** a quotation of this length was cut there */
const QUOTE = 200
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

/** A quotation as a person reads it: without marks of Markdown, and where it was or is cut, cut between words. */
export function quoted(quote: string, longest = QUOTE): string {
  const cut = quote.length >= longest
  const words = MARKS.reduce((text, [mark, by]) => text.replace(mark, by), quote.slice(0, longest))
  const shown = plain(words)
    .trim()
    .replace(/^· | ·$/g, '')
  if (!cut) return shown
  const space = shown.lastIndexOf(' ')
  return `${space > 0 && shown.length - space <= LONGEST_WORD ? shown.slice(0, space) : shown}…`
}
