import type { ClaimKind, NotClaim } from '../knowledge/claim-language.ts'
import { lettersOf } from '../text/letters.ts'
import type { Tongue } from './languages.ts'
import type { Hit } from './phrases.ts'
import { masked, placesOf } from './whose/names.ts'

/** reasons that hold whoever is meant; the others yield to words for one's own */
const ALWAYS = new Set(['negation', 'plan', 'name', 'terms'])

const OF_USE = new Set<NotClaim>(['comparison', 'dependency', 'generic'])

/** reasons that are none for who speaks of what it uses, in words of use */
const OF_USED = new Set<NotClaim>(['dependency', 'generic', 'others'])

/**
 * reasons that are none for some claims: what is said of use or of a run is compared with nobody's and taken from
 * nobody ("can be used without restrictions" uses nothing), and what is put under a named license is not models at
 * large
 */
const NO_REASON: Readonly<Partial<Record<ClaimKind, ReadonlySet<NotClaim>>>> = {
  'commercial-use': OF_USE,
  unrestricted: OF_USE,
  reproducible: OF_USE,
  'named-license': new Set(['generic', 'comparison', 'name']),
}

/** Why a phrase claims nothing about this release, or null. */
export function whyNot(
  hit: Hit,
  said: string,
  tongue: Tongue,
  own: readonly string[] = [],
  uses = false,
): string | null {
  // "without registration" denies what is asked for, and not the use
  const text = masked(
    said,
    tongue.denies.flatMap(({ words }) => words.all(said)),
  )
  if (/[?？]["'”’)]?$/.test(text)) return 'question'
  const used = uses && tongue.not.some(one => one.because === 'dependency' && one.fits(text, hit.start, hit.end))
  const fits = (always: boolean) =>
    tongue.not.find(
      one =>
        ALWAYS.has(one.because) === always &&
        !NO_REASON[hit.says]?.has(one.because) &&
        !(used && OF_USED.has(one.because)) &&
        one.fits(text, hit.start, hit.end),
    )?.because
  const hard = fits(true)
  if (hard) return hard
  if (isTitled(hit, text, own)) return 'name'
  if (tongue.ours(text, hit.start, hit.end) || namesOwn(text, hit, tongue, own)) return null
  return fits(false) ?? (isAsserted(hit, text, tongue) ? null : 'not-asserted')
}

/**
 * "the Waymo Open Dataset": in capitals behind the name of something else, or as the release's own name, the words are
 * a name's.
 */
function isTitled({ says, start, end }: Hit, text: string, own: readonly string[]): boolean {
  if (says !== 'open-data' && says !== 'open-model') return false
  const words = text.slice(start, end).replace(/^(?:the|an) /i, '')
  if (/^[A-Z]/.test(words) && own.some(name => lettersOf(name).includes(lettersOf(words)))) return true
  if (!/^[A-Z][a-z]+(?:[\s-][A-Z]\w*)+$/.test(text.slice(start, end))) return false
  const before = /[\s([]([A-Z][\w.-]+) $/.exec(text.slice(Math.max(0, start - 40), start))?.[1]
  return before !== undefined && !own.some(name => name.includes(before) || before.includes(name))
}

/** claims made by a word beside a noun, which may as well stand where nothing is claimed of that */
const BESIDE_NOUN = new Set<ClaimKind>([
  'open-source',
  'open-weights',
  'open-model',
  'fully-open',
  'truly-open',
  'open-data',
])

function isAsserted({ says, start, end }: Hit, text: string, { asserts, predicate, spaced }: Tongue): boolean {
  // "Wren-7B开源模型": what is named right before the phrase is what it speaks of
  if (!spaced && /[A-Za-z\d]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return true
  return asserts === null || !BESIDE_NOUN.has(says) || predicate(text, start, end) || asserts(text, start, end)
}

/** "the open-source model Wren", "Wren: an open-source toolkit": the phrase describes the release by name. */
export function namesOwn(text: string, { start, end }: Hit, { spaced }: Tongue, own: readonly string[]): boolean {
  const next = text.slice(end, end + 60)
  const previous = text
    .slice(Math.max(0, start - 60), start)
    .replace(/[\s*_]{0,3}[:,–—][\s*_]{0,3}(?:\S{1,4}\s)?$/, '\u0001')
  const before = spaced ? /^[\s*_"“«(]{0,3}(?:[^\s,.;:!?]{1,30}\s){0,2}["“«(]?/ : /^[^，。；：！？、,;:]{0,12}/
  const reach = before.exec(next)?.[0].length ?? 0
  return (
    placesOf(next, own).some(one => one.start > 0 && one.start <= reach) ||
    placesOf(previous, own).some(one => previous.slice(one.end) === '\u0001')
  )
}
