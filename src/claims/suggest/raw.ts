import type { SaidClaim } from '../claim.ts'

/** an ending mark of a sentence, with what closes around it; a colon leads to what follows and stays last */
const ENDING = /([.!?。！？:：]?["”»」』)）]*\s*)$/

/** What would be written otherwise: words for words, and the reason behind the sentence. */
export interface Rewording {
  readonly from: string
  readonly to: string
  /** with the space before it, where its script has one; empty where nothing need be added */
  readonly note: string
}

/** A sentence with its words replaced at `start`, and the note before its last mark. */
export function reworded(sentence: string, start: number, { from, to, note }: Rewording, language: string): string {
  const before = fitArticle(sentence.slice(0, start), to, language)
  const whole = `${before}${to}${sentence.slice(start + from.length)}`
  const ending = ENDING.exec(whole)?.[1] ?? ''
  return `${whole.slice(0, whole.length - ending.length).trimEnd()}${note}${ending}`
}

/** English "an" before a consonant. */
function fitArticle(before: string, replacement: string, language: string): string {
  if (language !== 'en') return before
  return /^[aeiou]/i.test(replacement) ? before.replace(/\b([Aa]) $/, '$1n ') : before.replace(/\b([Aa])n $/, '$1 ')
}

/** letters by which a sentence is found again among its markup */
const OPENING = 16

/**
 * what stays whole in a line: links and images with their addresses, addresses, tags with what they enclose, and code
 */
const WHOLE = new RegExp(
  String.raw`!?\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,400}\](?:\([^()\s]{0,400}[^()]{0,100}\)|\[[^[\]]{0,100}\])|` +
    String.raw`<a\s[^>]{0,400}>.{0,400}?<\/a>|<[a-z/!][^<>]{0,400}>|https?:\/\/[^\s<>()]{1,400}|` +
    String.raw`\x60[^\x60\n]{1,200}\x60`,
  'gi',
)

/** Whether the words of a claim stand in a link's words, which may be the title of what it leads to. */
export function isLinked(raw: string, { sentence, words, start }: SaidClaim): boolean {
  const from = Math.max(0, raw.indexOf(sentence.slice(0, OPENING)))
  // of equal words the one at the claim's place in the sentence
  const nth = sentence.slice(0, start).split(words).length - 1
  let at = raw.indexOf(words, from)
  for (let skipped = 0; skipped < nth && at >= 0; skipped++) at = raw.indexOf(words, at + words.length)
  return at >= 0 && wholeAt(raw, at) !== null
}

/** Where what stays whole around a place ends; null where nothing such is around it. */
function wholeAt(raw: string, at: number): number | null {
  for (const match of raw.matchAll(WHOLE)) {
    if (match.index > at) return null
    const end = match.index + match[0].length
    if (match.index < at && at < end) return end
  }
  return null
}

/**
 * Lines of a file with a sentence in them reworded: the claim's words are replaced, and the note stands where the
 * sentence ends, behind a link that it ends in. Null where the words stand in a link, or markup stands within them, so
 * that they cannot be replaced by others as they are.
 */
export function rewordRaw(raw: string, said: SaidClaim, rewording: Rewording): string | null {
  const from = Math.max(0, raw.indexOf(said.sentence.slice(0, OPENING)))
  const at = raw.indexOf(rewording.from, from)
  if (at < 0 || wholeAt(raw, at) !== null) return null
  const sentenceEnd = endOf(raw, at + rewording.from.length, said)
  const whole = wholeAt(raw, sentenceEnd)
  const language = said.tongue.language.id
  if (whole === null) {
    const sentence = reworded(raw.slice(from, sentenceEnd), at - from, rewording, language)
    return raw.slice(0, from) + sentence + raw.slice(sentenceEnd)
  }
  // a bracket at the end of a link is no mark of the sentence
  const mended = reworded(raw.slice(from, whole), at - from, { ...rewording, note: '' }, language)
  return raw.slice(0, from) + mended + rewording.note + raw.slice(whole)
}

/** Behind the last words of the sentence and its mark; right behind the claim where they are not found. */
function endOf(raw: string, after: number, said: SaidClaim): number {
  const behind = said.sentence.slice(said.start + said.words.length)
  const last = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(behind)?.[0]
  if (last === undefined) return after + (/^[.!?。！？]+/.exec(raw.slice(after))?.[0].length ?? 0)
  const word = /^[\p{L}\p{N}]+/u.exec(last)?.[0] ?? last
  // the last word may stand in the sentence more than once: its last place before the sentence is over
  const reach = after + behind.length * 3 + 200
  const at = raw.slice(0, reach).indexOf(word, after + Math.max(0, behind.length - last.length - OPENING))
  if (at < 0) return after
  const tail = /^[*_`"”’)\]]{0,4}[.!?。！？]*/.exec(raw.slice(at + word.length))?.[0] ?? ''
  return at + word.length + tail.length
}
