import { HAN } from './scripts.ts'

const ABBREVIATIONS = new Set(
  (
    'e.g i.e eg ie inc ltd co corp llc no nos art arts sec secs sect st dr mr mrs ms vs cf al fig figs eq ' +
    'ca approx dept est ex incl jr sr ph.d u.s u.k e.u p.r.c a.k.a para paras ch vol ed eds pp ver v mio ' +
    'mrd mln млн млрд тыс руб'
  ).split(' '),
)
const REFERENCE =
  /(?:^|[\s(])(?:section|sections|article|articles|clause|paragraph|part|item|schedule|exhibit|sec|art|§) *$/i
/** longer runs without an end are cut: keeps one crafted file from costing quadratic time (CWE-770) */
const LONGEST_SENTENCE = 3000

/** the longest question that is read together with what follows it */
const QUESTION = 70

/**
 * Where the sentences of a block of text start and end, as offsets; nothing but spaces lies between them. In a legal
 * text a short question is read with its answer; in prose it stands alone, and a Chinese semicolon ends a sentence.
 */
export const sentencesOf = (text: string, as: 'legal' | 'prose' = 'legal'): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = []
  let start = 0
  const push = (end: number): void => {
    let from = start
    while (from < end && text.charCodeAt(from) === 32) from++
    while (end - from > LONGEST_SENTENCE) {
      const cut = cutBefore(text, from, from + LONGEST_SENTENCE)
      found.push([from, cut])
      from = cut
      while (from < end && text.charCodeAt(from) === 32) from++
    }
    if (end > from) found.push([from, end])
    start = end
  }
  for (const match of text.matchAll(as === 'prose' ? PROSE_ENDS : ENDS)) {
    const at = match.index
    const end = at + match[0].length
    if (match[0].charCodeAt(0) === 46 /* . */ && !endsAt(text, start, at, end)) continue
    /* "Making money? Then you need a license." A short question goes with its answer */
    if (as === 'legal' && match[0].charCodeAt(0) === 63 /* ? */ && end - start < QUESTION && end < text.length) continue
    push(end)
  }
  push(text.length)
  return found
}

/** a mark that may end a sentence, with the closing quotes and brackets after it */
const ENDS = new RegExp(String.raw`[.!?]["')\]]{0,3}(?= |$)|\.["')]{0,2}(?=[${HAN}])|[。！？](?:["”’）)]{0,3})`, 'g')

const PROSE_ENDS = new RegExp(`${ENDS.source}|；`, 'g')

const endsAt = (text: string, start: number, at: number, end: number): boolean => {
  if (end >= text.length) return true
  if (text.charCodeAt(at - 1) === 46) return false
  const next = text.charCodeAt(text.charCodeAt(end) === 32 ? end + 1 : end)
  /* a lower-case letter, comma or the like goes on with the sentence */
  if ((next >= 97 && next <= 122) || next === 44 || next === 59) return false
  if (next > 127 && /\p{Ll}/u.test(String.fromCharCode(next))) return false
  let from = at
  while (from > start && at - from < 24 && text.charCodeAt(from - 1) !== 32) from--
  const word = text.slice(from, at).replace(/^["'([]+/, '')
  if (word === '') return false
  if (ABBREVIATIONS.has(word.toLowerCase())) return false
  if (/^(?:[A-Za-z]\.)*[A-Za-z]$/.test(word))
    return /^[A-Z]$/.test(word) && from - start > 40 && !/[\s.][A-Z]\.? $/.test(text.slice(from - 4, from))
  if (/^[\divxlc]{1,4}(?:\.\d{1,3})*$/i.test(word)) {
    const before = text.slice(Math.max(start, from - 14), from)
    /* "Section 2.3." opens a heading; "as said in Section 2.3. You may" ends one */
    if (REFERENCE.test(before)) return from - start > 40
    return from - start > 3
  }
  return true
}

const cutBefore = (text: string, from: number, to: number): number => {
  const piece = text.slice(from, to)
  for (const mark of ['; ', '；', '，', ', ', ' ']) {
    const at = piece.lastIndexOf(mark)
    if (at > LONGEST_SENTENCE / 4) return from + at + mark.length
  }
  return to
}
