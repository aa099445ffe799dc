import { withoutTags } from '../../text/markup.ts'
import { ordinal } from './ordinals.ts'

/** One line (or part of one, where HTML breaks it) of a legal text. */
export interface Line {
  readonly kind: 'blank' | 'heading' | 'item' | 'row' | 'prose'
  /** clean: quotes straight, spaces folded, decoration and list marker gone */
  readonly text: string
  /** of a list item, the text with its marker */
  readonly marked: string
  /** 1-based, in the raw text */
  readonly number: number
  /** spaces before the first word or marker */
  readonly indent: number
  /** what kind of marker a list item has: '-', '1.', '(a)' …; '' elsewhere */
  readonly marker: string
  /** the number of a list item, the depth of a Markdown heading; 0 for bullets and elsewhere */
  readonly ordinal: number
}

const UNUSUAL = /[^\x20-\x7e]/
const MARKUP = /[*_`[\]\\|>]| {2}/
const DASHES = /[\u2010-\u2015\u2212]/g
const DOUBLE_QUOTES = /[\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02]/g
const SINGLE_QUOTES = /[\u2018-\u201b\u00b4\uff07]/g
const SPACES = /[\t\r\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const INVISIBLE = /[\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]/g
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e]/g

/** A line without curly quotes, odd spaces, Markdown decoration and doubled spaces. */
const clean = (line: string): string => {
  let text = line
  if (UNUSUAL.test(text)) {
    text = text
      .replace(SPACES, ' ')
      .replace(INVISIBLE, '')
      .replace(DASHES, '-')
      .replace(DOUBLE_QUOTES, '"')
      .replace(SINGLE_QUOTES, "'")
      .replace(FULL_WIDTH, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  }
  if (!MARKUP.test(text)) return text.trim()
  if (text.includes('](')) {
    text = text
      .replace(/!\[[^\][]{0,300}\]\([^()\s]{0,500}\)/g, '')
      .replace(/\[([^\][]{0,300})\]\(([^()\s]{0,500})\)/g, '$1 ($2)')
  }
  if (text.includes('\\')) text = text.replace(/\\([\\`*_{}[\]()#+\-.!<>&])/g, '$1')
  if (DECORATED.test(text)) text = text.replace(DECORATION, '')
  text = text.replace(/^(?: ?>)+ ?/, '')
  if (text.includes('|')) text = text.replace(/\|/g, ' | ')
  return (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim()
}

const DECORATED = /[*_`]/
const DECORATION = /\*{1,3}|`{1,3}|_{2,3}(?=\S)|(?<=\S)_{2,3}|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_])/g

const MARKERS: readonly (readonly [RegExp, string])[] = [
  [/^[-*+•●▪■◦○·‣–—] +/, '-'],
  [/^\(?[ivxlc]{2,6}[.)]\)? +/, '(i)'],
  [/^\((\d{1,3})\) ?/, '(1)'],
  [/^\(([a-z])\) ?/i, '(a)'],
  [/^(?:section|article|clause) +\d{1,3}(?:\.\d{1,3}){0,3}\.? +/i, '§'],
  [/^\d{1,3}(?:[.)] +|[.](?=[\u4e00-\u9fff]))/, '1.'],
  [/^\d{1,3}\.\d{1,3}\.? +/, '1.1'],
  [/^\d{1,3}(?:\.\d{1,3}){2,3}\.? +/, '1.1.1'],
  [/^[a-z][.)](?: +|(?=[\u4e00-\u9fff]))/i, 'a.'],
  [/^[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)] ?/, '（一）'],
  [/^(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、．] ?/, '一、'],
  [/^第[一二三四五六七八九十\d]{1,3}[条章节款] ?/, '第'],
  [/^\[[ xX]?\] +/, '[]'],
]
/** what a line with a marker begins with; most lines are words and fail here */
const FIRST_OF_MARKER =
  /^(?:[-*+•●▪■◦○·‣–—([（\d一二三四五六七八九十第]|[a-z][.)]|[ivxlc]{2,6}[.)]|(?:section|article|clause)\s)/i
/** longer than any line that is drawn between parts; the engine has a stack of its own limits (CWE-674) */
const LONGEST_RULE = 2_000

/** a line of a check list; its mark says what holds and stays */
const CHECKED = /^(?:[✅❌✓✔✗✘✖☑⛔]|🚫)\ufe0f? ?\S/

const LETTER = /^[a-zA-Z]/
/** a wrapped line that only looks like an item: "as described in section" / "4. You" */
const REFERS = /(?:section|sections|article|clause|paragraph|version|and|or|no\.|item) *$/i

/** the last but one item of a list: "…; and" */
const ENDS_ITEM = /; (?:and|or)$/i

/** The lines of a text with what each is, in the order they stand. */
export const readLines = (raw: string): readonly Line[] => {
  const lines: Line[] = []
  const text = withoutTags(raw)
  let number = 0
  let before = ''
  for (const whole of text.split('\n')) {
    number++
    /* two line breaks in a row are an empty line */
    const parts = /[\v\f]/.test(whole) ? whole.replace(/\v\s*\v[\s\v]*/g, '\f').split(/(?=[\v\f])/) : [whole]
    for (const part of parts) {
      const line = readLine(part, number, before)
      if (part.startsWith('\f') && line.kind !== 'blank' && lines.at(-1)?.kind !== 'blank')
        lines.push({ ...BLANK, number })
      if (line.kind === 'blank' && parts.length > 1 && !part.startsWith('\f')) continue
      lines.push(line)
      before = line.text
    }
  }
  return lines
}

const BLANK: Line = { kind: 'blank', text: '', marked: '', number: 0, indent: 0, marker: '', ordinal: 0 }

const readLine = (part: string, number: number, before: string): Line => {
  const indent = part.search(/[^\s>]/)
  if (indent < 0) return { ...BLANK, number }
  const rest = indent === 0 ? part : part.slice(indent)
  const first = rest.charCodeAt(0)
  if (first === 35 /* # */ && /^#{1,6}(?: |[^#\s])/.test(rest)) {
    return {
      kind: 'heading',
      text: clean(rest.replace(/^#+ */, '').replace(/ *#+ *$/, '')),
      marked: '',
      number,
      indent,
      marker: '#',
      ordinal: /^#+/.exec(rest)?.[0].length ?? 1,
    }
  }
  if (rest.length <= LONGEST_RULE && !LETTER.test(rest) && /^[-=_*~#+. ]{3,}$/.test(rest.trimEnd()))
    return { ...BLANK, number, marker: rest.startsWith('=') ? '=' : '-' }
  if (first === 124 /* | */)
    return {
      kind: 'row',
      text: clean(rest.replace(/^\|+|\|+ *$/g, '')),
      marked: '',
      number,
      indent,
      marker: '',
      ordinal: 0,
    }
  if (first > 0x21ff && CHECKED.test(rest)) {
    const text = clean(rest)
    return { kind: 'item', text, marked: text, number, indent, marker: '-', ordinal: 0 }
  }
  const bare = /^(?:\*\*|__)(?=[\w(（])/.test(rest) ? rest.slice(2) : rest
  if (FIRST_OF_MARKER.test(bare)) {
    const spaced = bare
      .replace(/^(\S{1,12})(?:\*\*|__)?[\t\u00a0\u3000]/, '$1 ')
      .replace(/^（([a-z]|[ivx]{1,6})）/i, '($1) ')
    for (const [pattern, marker] of MARKERS) {
      const found = pattern.exec(spaced)
      if (found === null) continue
      if (marker !== '-' && REFERS.test(before) && !ENDS_ITEM.test(before)) break
      const text = clean(spaced.slice(found[0].length))
      if (text === '') break
      return {
        kind: 'item',
        text,
        marked: clean(rest),
        number,
        indent,
        marker,
        ordinal: marker === '-' ? 0 : ordinal(found[0]),
      }
    }
  }
  const text = clean(rest)
  return text === ''
    ? { ...BLANK, number }
    : { kind: 'prose', text, marked: '', number, indent, marker: '', ordinal: 0 }
}
