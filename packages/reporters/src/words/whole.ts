import { passagesOf } from '@unwash/core/documents/legal/index'
import type { Passage } from '@unwash/core/documents/legal/passage'
import type { Citation } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { EXCEPTION } from '@unwash/core/text/quote'
import { sentencesOf } from '@unwash/core/text/sentences'
import { quoted } from './quoted.ts'

/** Words of a text with all that stands around them in their paragraph, its exceptions too. */
export interface Whole {
  /** what an item of a list goes on from: "You may not use it to:" */
  readonly lead: string
  readonly before: string
  readonly words: string
  readonly after: string
}

/** where an item of a list begins */
const ITEM =
  /^\s*(?:[-*•+]\s|[#|]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\d{1,3}){0,4}[.):、]\s?|[(（][一二三四五六七八九十]+[)）])/i
const BLANK = /^[\s>*#]*$/
/** lines looked at to either side, and letters shown of a paragraph */
const FARTHEST = 40
const LONGEST_WHOLE = 1_500

type Cited = { readonly line: number; readonly endLine: number; readonly quote: string }

/** The paragraph of a text in which cited words stand; null where they are not found in it. */
export function wholeOf(text: string, { line, endLine, quote }: Cited): Whole | null {
  const lines = text.split('\n')
  let from = line - 1
  let to = Math.min(endLine, lines.length)
  const at = (number: number) => lines[number] ?? ''
  for (let far = 0; far < FARTHEST && from > 0 && !ITEM.test(at(from)) && !BLANK.test(at(from - 1)); far++) from--
  for (let far = 0; far < FARTHEST && to < lines.length && !ITEM.test(at(to)) && !BLANK.test(at(to)); far++) to++
  const all = shown(lines.slice(from, to).join('\n'))
  const words = shown(quote)
  const start = all.indexOf(words)
  if (start < 0 || words === '') return null
  const end = start + words.length
  const room = Math.max(0, LONGEST_WHOLE - words.length)
  const before = start > room / 2 ? `…${all.slice(start - room / 2, start)}` : all.slice(0, start)
  const after = all.length - end > room ? `${all.slice(end, end + room)}…` : all.slice(end)
  return { lead: leadOf(lines, text, line, from + 1), before, words, after }
}

/** The same without other sentences of the paragraph, but for those behind them that take a part of them back. */
export function aloneIn({ lead, before, words, after }: Whole): Whole {
  const all = before + words + after
  const end = before.length + words.length
  const sentences = sentencesOf(all, 'prose').filter(([, to]) => to > before.length)
  const own = sentences.filter(([from]) => from < end).length
  const behind = sentences.slice(own).findIndex(([from, to]) => !takesBack(all.slice(from, to)))
  const those = behind < 0 ? sentences : sentences.slice(0, own + behind)
  const from = Math.min(before.length, those[0]?.[0] ?? 0)
  const to = Math.max(end, those.at(-1)?.[1] ?? 0)
  return { lead, before: all.slice(from, before.length), words, after: all.slice(end, to) }
}

/** how a sentence begins that limits, or takes back, what the one before it says */
const TAKES_BACK =
  /^["“(（]?(?:however|nevertheless|notwithstanding|for (?:\w+ ){0,3}(?:clarity|doubt)\b|但|然而|为清楚|為清楚|为免|ただし|다만)/i
const takesBack = (sentence: string) => TAKES_BACK.test(sentence.trim()) || sentence.search(EXCEPTION) >= 0

/** What introduces the list that the words on a line are an item of, where that stands above a line. */
function leadOf(lines: readonly string[], text: string, line: number, above: number): string {
  if (latest.text !== text) latest = { text, passages: passagesOf(text) }
  const { passages } = latest
  const own = passages.findIndex(one => one.line <= line && line <= one.endLine)
  const leads: string[] = []
  let rest = passages[own]?.lead ?? ''
  for (let at = own - 1; at >= 0 && rest !== ''; at--) {
    const { text: words = '', lower = '', line: first = above, endLine = above } = passages[at] ?? {}
    if (lower === '' || endLine >= above || !rest.endsWith(lower)) continue
    rest = rest.slice(0, -lower.length).trimEnd()
    if (!GOVERNS.test(words)) continue
    const marked = lines[first - 1] ?? ''
    const number = ITEM.exec(marked)?.[0] ?? ''
    leads.unshift(shown(marked.slice(number.length)).startsWith(words.slice(0, 9)) ? shown(number + words) : words)
  }
  return rest === '' ? leads.join(' ') : ''
}

/** a sentence that introduces a list; else it is a title above it */
const GOVERNS = /[:：]["')*_]*$|\b(?:to|not|for|if)$|\bfollowing\b|以下|如下|下列|\b(?:may|must|shall|will|agree)\b/i

/** a page quotes one text many times */
let latest: { readonly text: string; readonly passages: readonly Passage[] } = { text: '', passages: [] }

/** Where a few words stand in a text, however it breaks its lines; null where they do not. */
export function foundIn(text: string, words: string): Cited | null {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map(word =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/[“”"]/g, '[“”"]')
        .replace(/[’']/g, "[’']"),
    )
    .join('\\s+')
  const found = new RegExp(pattern, 'iu').exec(text)
  if (!found) return null
  const line = text.slice(0, found.index).split('\n').length
  return { line, endLine: line + found[0].split('\n').length - 1, quote: found[0] }
}

/** Where what is known of a license stands in its text; null of any other citation. */
export const factIn = (text: string, cited: Citation): Cited | null =>
  'fact' in cited ? foundIn(text, cited.fact.split(': ').slice(1).join(': ')) : null

const shown = (text: string) => plain(quoted({ quote: text }, text.length)).trim()
