import type { ClaimKind } from '../../knowledge/claim-language.ts'
import { withoutAsides } from './asides.ts'
import type { Phrase } from './index.ts'

/** A phrase that claims something, and its place in the sentence. */
export interface Hit {
  readonly says: ClaimKind
  readonly start: number
  readonly end: number
  /** the name of a license must follow at once: "the code is MIT" */
  readonly beside?: boolean
}

/**
 * The same in a sentence as if nothing in it stood in brackets; what is found across brackets comes with what they
 * hold.
 */
export function phrasesAcross(text: string, phrases: readonly Phrase[], holds: (hit: Hit) => boolean): Hit[] {
  const near = phrasesIn(text, phrases, holds)
  const short = withoutAsides(text)
  if (!short) return near
  const whole = (hit: Hit): Hit => ({ ...hit, start: short.at(hit.start), end: short.at(hit.end - 1) + 1 })
  const far = phrasesIn(short.text, phrases, hit => holds(whole(hit))).map(whole)
  const apart = far.filter(hit => near.every(other => hit.end <= other.start || hit.start >= other.end))
  return [...near, ...apart].sort((one, other) => one.start - other.start)
}

/**
 * Those of the phrases in a sentence for which `holds`, in order and without overlaps: the first counts, and of those
 * that begin together the longest.
 */
function phrasesIn(text: string, phrases: readonly Phrase[], holds: (hit: Hit) => boolean): Hit[] {
  const all: Hit[] = []
  for (const { says, pattern, beside } of phrases) {
    for (const match of text.matchAll(pattern)) {
      const hit = { says, start: match.index, end: match.index + match[0].trimEnd().length, beside }
      if (
        hit.end > hit.start &&
        !isPartOfName(text, hit) &&
        !isQuotedAlone(text, hit) &&
        !deniesItself(text, hit) &&
        holds(hit)
      )
        all.push(hit)
    }
  }
  const kept: Hit[] = []
  // "an open-source model" says more than "an open … model"; "fully open for research" says less than "fully open"
  const vague = (hit: Hit) => (hit.says !== 'open-model' ? 0 : all.some(other => isNarrowed(other, hit)) ? -1 : 1)
  for (const hit of all.sort(
    (one, other) => vague(one) - vague(other) || one.start - other.start || other.end - one.end,
  ))
    if (kept.every(other => hit.end <= other.start || hit.start >= other.end)) kept.push(hit)
  return kept.sort((one, other) => one.start - other.start)
}

/** "fully open", and behind it for whom. */
const isNarrowed = (one: Hit, whole: Hit) =>
  one.says === 'fully-open' && one.start >= whole.start && one.start < whole.end && one.end < whole.end

/** In an address, a file's name, a hash tag or a longer word. */
function isPartOfName(text: string, { start, end }: Hit): boolean {
  if (!/[A-Za-z]/.test(text.charAt(start))) return false
  const left = /[\w./@:#?=&%+~-]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? ''
  const right = /^[\w./@:?=&%+~-]*/.exec(text.slice(end, end + 200))?.[0] ?? ''
  // "wren-oss-3b", but "MIT-licensed"
  if (/^[A-Za-z]{2,5}$/.test(text.slice(start, end)) && (/[\w.]-$/.test(left) || /^-\w/.test(right))) return true
  return (
    /[/@_#]|[A-Za-z]\.\w|\w\.[A-Za-z]|www|[?=&]/.test(left) ||
    /^(?:[\w+.-]*@\w|[\w-]*[/_=]\w|\.\w|[\w-]+\.(?:com|org|net|io|ai|cn|py|md|json|txt|tar)\b)/.test(right)
  )
}

/** "free for non-commercial use" is free for no commercial use; "free for non-commercial and commercial use" is. */
function deniesItself(text: string, { says, start, end }: Hit): boolean {
  if (says !== 'commercial-use') return false
  const words = text.slice(start, end).toLowerCase()
  return /non[-\s]{0,2}commercial/.test(words) && !/commerc/.test(words.replaceAll(/non[-\s]{0,2}commercial/g, ''))
}

/** In quotation marks of its own: the words are spoken of, not used. */
function isQuotedAlone(text: string, { start, end }: Hit): boolean {
  return (
    /["“”«‹„「『《‘]\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\s?["”»›“」』》’]/.test(text.slice(end, end + 2))
  )
}
