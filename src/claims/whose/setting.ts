import type { Block } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Finder } from '../../wordings/marked.ts'
import type { Voice } from '../claim.ts'
import type { Tongue } from '../languages.ts'
import { isElsewhere } from './others.ts'

/** Under a heading, or behind a label, of thanks, references, related work or plans. */
export function standsUnderOthers(block: Block, { section, licenseWords }: Tongue): boolean {
  if (section === null || TICKED.test(block.text)) return false
  const label = /^[^:：]{2,40}(?=[:：])/.exec(block.text)?.[0]
  if (label !== undefined && section.test(label)) return true
  // the nearest heading that says something decides
  for (const heading of block.headings.toReversed()) {
    if (licenseWords?.test(heading)) return false
    if (section.test(heading)) return true
  }
  return false
}

/** what is ticked in a list of plans was done */
const TICKED = /^\W{0,4}\[x\]\s/i

/** A list item or table row that opens with a link to somebody else's place describes that. */
export function introducesOthers(block: Block, voice: Voice): boolean {
  if (block.kind !== 'item' && block.kind !== 'row') return false
  const first = block.links.find(link => !link.image)
  if (!first || first.start > 4 || first.label.length < 2) return false
  const after = block.text.slice(first.end, first.end + 3)
  if (!/^\s?(?:[:：|,.)–—-]|$)/.test(after) || !/^https?:/i.test(first.url)) return false
  return isElsewhere(first.url, first.label, voice)
}

/** A heading or a cell counts only where it is a sentence: it has a verb, and more than a few words. */
export function isSentence(block: Block, sentence: Sentence, { sentence: verbs, spaced }: Tongue): boolean {
  if (sentence.start === 0 && CAPTION.test(sentence.text)) return false
  if (ASSIGNMENT.test(sentence.text) || isMenu(block)) return false
  // a link alone is a title
  if (block.links.some(link => !link.image && link.label === block.text && !verbs?.test(block.text))) return false
  // "open source: 12" is a count, not a sentence
  if (/^\P{L}{0,4}[\p{L}\s-]{2,40}[:：]\s*[\d.,%]+$/u.test(sentence.text)) return false
  if (isKeywords(sentence.text, verbs)) return false
  if (block.kind !== 'heading' && block.kind !== 'row') return true
  const { text } = sentence
  const words = spaced ? text.split(/\s+/).length : text.length / 2
  return words >= 6 && verbs !== null && verbs.test(text)
}

/** "Wren — open-source speech recognition, dictation, captions, …": a list of words to be found by says nothing. */
const isKeywords = (text: string, verbs: Finder | null) =>
  verbs !== null &&
  (text.match(/[,，、]/g)?.length ?? 0) >= KEYWORDS &&
  !/[.!?。！？:：]$/.test(text) &&
  !verbs.test(text)
const KEYWORDS = 5

/** "Figure 1: …", "图 2：…" */
const CAPTION = new RegExp(
  String.raw`^\W{0,4}(?:fig(?:ure|ura)?|tab(?:le|elle|la|leau|ela|ella)?|abb(?:ildung)?|рис(?:унок)?|` +
    String.raw`табл(?:ица)?|图|圖|表|図|그림|표)\.?\s?\d{1,3}\s?[:：.)—–-]`,
  'iu',
)

/** a line of a program */
const ASSIGNMENT = /^[\w.[\]'"]{1,60}\s?=\s?[\w.]{1,60}\(/

/** Links side by side, with nothing but marks between them, lead to other pages. */
function isMenu({ links, text }: Block): boolean {
  const places = links.filter(link => !link.image)
  if (places.length < 2) return false
  const empty = (from: number, to: number | undefined) => !/[\p{L}\d]/u.test(text.slice(from, to))
  return empty(0, places[0]?.start) && places.every(({ end }, at) => empty(end, places[at + 1]?.start))
}

const SIZED = /[\p{L}\d.]+(?:[-_ ][\p{L}\d.]+){0,5}?[-_ ](\d{1,4}(?:\.\d{1,3})?[BM])(?![\p{L}\d])/gu

/** A sentence whose own names are all of other sizes than this release speaks of its siblings. */
export function speaksOfSibling(text: string, before: number, voice: Voice): boolean {
  const own = new Set(voice.names.flatMap(name => [...name.matchAll(SIZED)].map(match => match[1] ?? '')))
  if (own.size === 0) return false
  const spoken = [...text.slice(0, before).matchAll(SIZED)]
  const family = voice.names.map(name => lettersOf(name).slice(0, 4))
  return (
    spoken.length > 0 &&
    spoken.every(match => !own.has(match[1] ?? '') && family.includes(lettersOf(match[0]).slice(0, 4))) &&
    !voice.names.some(name => /\d/.test(name) && text.includes(name))
  )
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '‹': '›',
  '"': '"',
}
/** a quotation longer than this is no longer seen as one */
const LONGEST_QUOTATION = 600

/** Whether the words at an offset are quoted from somebody who is not the publisher: "…," said a rival. */
export function isReported(block: Block, offset: number, voice: Voice): boolean {
  if (voice.names.length === 0) return false
  const span = quotationAround(block.text, offset)
  if (!span || span.end - span.start < 12) return false
  const { text } = block
  const outside = `${text.slice(Math.max(0, span.start - 120), span.start)} ${text.slice(span.end, span.end + 120)}`
  const letters = outside.match(/\p{L}/gu)?.length ?? 0
  const own = outside.toLowerCase()
  return letters >= 4 && !voice.names.some(name => name.length > 2 && own.includes(name.toLowerCase()))
}

function quotationAround(text: string, offset: number): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, offset - LONGEST_QUOTATION)
  let open: { at: number; closing: string } | null = null
  for (let at = from; at < Math.min(text.length, offset + LONGEST_QUOTATION); at++) {
    const char = text.charAt(at)
    if (open?.closing.includes(char)) {
      if (at > offset) return { start: open.at, end: at + 1 }
      open = null
    } else if (!open && at < offset && PAIRS[char]) open = { at, closing: PAIRS[char] }
  }
  return null
}
