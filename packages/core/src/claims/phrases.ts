import type { ClaimKind } from '../knowledge/claim-language.ts'
import { once } from '../once.ts'
import { type Lookup, lookupOf } from '../wordings/lookup.ts'
import { type Marked, markedOf, placesIn, tokensIn } from '../wordings/marked.ts'
import type { Phrase, Tongue } from './languages.ts'

/** A phrase that claims something, and its place in the sentence. */
export interface Hit {
  readonly says: ClaimKind
  readonly start: number
  readonly end: number
  /** the name of a license must follow at once: "the code is MIT" */
  readonly beside?: boolean
}

/** The phrases of all languages, by the words that they cannot do without. */
const phraseIndex = once(
  (tongues: readonly Tongue[]): { readonly lookup?: Lookup; readonly phrases: readonly Phrase[] } => {
    const phrases = [...new Set(tongues.flatMap(tongue => [...tongue.phrases]))]
    const keys = phrases.map(({ key }) => key)
    return { phrases, ...(tongues[0] ? { lookup: lookupOf(tongues[0].patterns, keys) } : {}) }
  },
)

/** The numbers of the phrases of which a text has a word that they cannot do without, in the order of their files. */
const numbersIn = (text: string, lookup: Lookup | undefined): readonly number[] =>
  lookup?.in(tokensIn(text).map(({ word }) => word)) ?? []

/** Says quickly that no sentence of a text has a phrase of any language; else one may have. */
export const mayClaim = (text: string, tongues: readonly Tongue[]): boolean =>
  numbersIn(text, phraseIndex(tongues).lookup).length > 0

/** The phrases that a sentence may have, of whatever language, by its words: in the order of their files. */
export function possibleIn(text: string, tongues: readonly Tongue[]): readonly Phrase[] {
  const { lookup, phrases } = phraseIndex(tongues)
  const numbers = numbersIn(text, lookup)
  if (numbers.length === 0) return []
  const marked = markedOf(text)
  return numbers.flatMap(number => phrases[number] ?? []).filter(({ search }) => search.mayBeIn(marked))
}

/**
 * The phrases in a sentence for which `holds`, and those in it as if nothing in it stood in brackets; what is found
 * across brackets comes with what they hold.
 */
export function phrasesAcross(text: string, phrases: readonly Phrase[], holds: (hit: Hit) => boolean): Hit[] {
  const near = phrasesIn(text, markedOf(text), phrases, holds)
  const far = /[(（]/.test(text) ? phrasesIn(text, markedOf(text, { short: true }), phrases, holds) : []
  const apart = far.filter(hit => near.every(other => hit.end <= other.start || hit.start >= other.end))
  return [...near, ...apart].sort((one, other) => one.start - other.start)
}

/** These phrases in order and without overlaps: the first counts, and of those that begin together the longest. */
function phrasesIn(text: string, marked: Marked, phrases: readonly Phrase[], holds: (hit: Hit) => boolean): Hit[] {
  const all = phrases.flatMap(({ says, beside, search }) =>
    placesIn(search, marked)
      .map((place): Hit => ({ says, ...place, beside }))
      .filter(hit => !isPartOfName(text, hit) && !isQuotedAlone(text, hit) && !deniesItself(text, hit) && holds(hit)),
  )
  const kept: Hit[] = []
  // "an open-source model" says more than "an open … model"; "fully open for research" says less than "fully open"
  const vague = (hit: Hit) =>
    hit.says === 'released' ? 2 : hit.says !== 'open-model' ? 0 : all.some(other => isNarrowed(other, hit)) ? -1 : 1
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
