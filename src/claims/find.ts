import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { type Sentence, sentencesOf } from '../documents/sentences.ts'
import type { ClaimKind, ClaimSubject, NotClaim } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { mentionsIn } from '../licenses/names.ts'
import { aboutOf } from './about/index.ts'
import type { SaidClaim, Voice } from './claim.ts'
import { type NamedLicense, namedLicense } from './license.ts'
import { shortened } from './tongue/asides.ts'
import { type Tongue, tonguesOf } from './tongue/index.ts'
import { tongueOf, tonguesInTurn } from './tongue/language.ts'
import { type Hit, phrasesAcross } from './tongue/phrases.ts'
import { type Possible, possibleIn } from './tongue/possible.ts'
import { describesOthers } from './whose/others.ts'
import { isReported } from './whose/quotation.ts'
import { introducesOthers, isCopied, isSentence, isTerms, speaksOfSibling, standsUnderOthers } from './whose/setting.ts'
import { doubtOf } from './whose/standing.ts'

/** longer than any sentence; a generated one is passed over */
const MAX_SENTENCE = 2_000
/** more than the wordiest page makes; stops a crafted one */
const MAX_CLAIMS = 500

/** The claims of one document about the release it belongs to, in order. */
export function findClaims(document: Document, knowledge: Knowledge, voice: Voice): SaidClaim[] {
  const tongues = tonguesOf(knowledge)
  const found: SaidClaim[] = []
  if (isCopied(document.path)) return found
  const blocks = document.blocks.filter(block => block.kind !== 'code')
  const tongueAt = tonguesInTurn(blocks, tongues)
  for (const [at, block] of blocks.entries()) {
    if (found.length >= MAX_CLAIMS) break
    const possible = possibleIn(shortened(plain(block.text)), tongues) ?? possibleIn(plain(block.text), tongues)
    const around = possible && tongueAt(at)
    if (!around) continue
    for (const claim of claimsOfBlock(block, document, tongues, knowledge, voice, around, possible)) found.push(claim)
  }
  return found
}

function claimsOfBlock(
  block: Block,
  document: Document,
  tongues: readonly Tongue[],
  knowledge: Knowledge,
  voice: Voice,
  around: Tongue,
  possible: Possible,
): SaidClaim[] {
  const found: SaidClaim[] = []
  const own = ownNames(voice)
  const terms = isTerms(document.path)
  let previous = ''
  for (const sentence of sentencesOf(block)) {
    const before = previous
    previous = sentence.text
    if (sentence.text.length > MAX_SENTENCE) continue
    const text = plain(sentence.text)
    // a block of one sentence is in the language it was found to be in
    const tongue = text.length === block.text.length ? around : tongueOf(text, tongues, around)
    if (!tongue) continue
    // a sentence in another script than its block is looked at by itself
    const script = tongue.language.script === around.language.script
    const phrases = (script ? possible : possibleIn(text, tongues))?.(tongue) ?? []
    if (phrases.length === 0) continue
    if (standsUnderOthers(block, tongue) || introducesOthers(block, voice)) continue
    // a license speaks of what it covers in general; only what names the release is said of it
    if (terms && own.length > 0 && !own.some(name => name.length > 2 && text.includes(name))) continue
    if (!isSentence(block, sentence, tongue)) continue
    const licenses = new Map<Hit, NamedLicense>()
    const named = (hit: Hit) => {
      const license = hit.says === 'named-license' ? namedLicense(text, hit, tongue, knowledge) : null
      if (license) licenses.set(hit, license)
      return license !== null || hit.says !== 'named-license'
    }
    for (const hit of phrasesAcross(text, phrases, named)) {
      const reported = isReported(block, sentence.start + hit.start, voice)
      // who is quoted in an announcement may speak for it: told, and not held against it
      if ((reported && !voice.ofMany) || speaksOfSibling(text, hit.start, voice)) continue
      if (whyNot(hit, text, tongue, own, voice.uses)) continue
      if (describesOthers(block, sentence, hit.start, hit.end, voice, knowledge, OF_LICENSE.has(hit.says))) continue
      const claim = claimOf(
        hit,
        text,
        before,
        sentence,
        block,
        document,
        tongue,
        licenses.get(hit),
        knowledge,
        own,
        voice,
      )
      if (reported) {
        found.push({ ...claim, doubt: 'reported' })
        continue
      }
      if (!found.some(other => same(other, claim))) found.push(claim)
    }
  }
  return found
}

function claimOf(
  hit: Hit,
  text: string,
  before: string,
  sentence: Sentence,
  block: Block,
  document: Document,
  tongue: Tongue,
  license: NamedLicense | undefined,
  knowledge: Knowledge,
  own: readonly string[],
  voice: Voice,
): SaidClaim {
  const { about, bound } = aboutOf(hit, text, before, block.text, tongue, own, voice.models)
  return {
    says: hit.says,
    about,
    doubt: doubtOf({
      hit,
      text,
      previous: before,
      sentence,
      block,
      path: document.path,
      tongue,
      voice,
      bound: bound && about.every(part => OF_MODEL.has(part)),
    }),
    tongue,
    words: sentence.text.slice(hit.start, Math.max(hit.end, license?.end ?? 0)),
    start: hit.start,
    sentence: sentence.text,
    license: license?.id ?? (LICENSED.has(hit.says) ? (mentionsIn(text, knowledge)[0]?.id ?? null) : null),
    path: document.path,
    cited: [citeSentence(document, sentence.line, sentence.endLine, sentence.text)],
  }
}

/** what a sentence must speak of to be contradicted: data, code and licenses have homes of their own */
const OF_MODEL = new Set<ClaimSubject>(['model', 'weights', 'all'])

/** claims about a license, which the sentence may name */
const LICENSED = new Set(['osi-approved', 'permissive', 'commercial-use', 'unrestricted', 'open-source'])

/** claims that speak of a license, beside which its text is linked */
const OF_LICENSE = new Set<ClaimKind>(['named-license', 'permissive', 'osi-approved', 'commercial-use', 'unrestricted'])

/** reasons that hold whoever is meant; the others yield to words for one's own */
const ALWAYS = new Set(['negation', 'plan', 'name', 'terms'])

const OF_USE = new Set<NotClaim>(['comparison', 'dependency', 'generic'])

/** reasons that are none for who speaks of what it uses, in words of use */
const OF_USED = new Set<NotClaim>(['dependency', 'generic', 'others'])

/**
 * reasons that are none for some claims: what is said of use or of a run is compared with nobody's and taken from
 * nobody ("can be used without restrictions" uses nothing), and what is put under a named license is not models at large
 */
const NO_REASON: Readonly<Partial<Record<ClaimKind, ReadonlySet<NotClaim>>>> = {
  'commercial-use': OF_USE,
  unrestricted: OF_USE,
  reproducible: OF_USE,
  'named-license': new Set(['generic', 'comparison']),
}

/** Why a phrase claims nothing about this release, or null. */
export function whyNot(
  hit: Hit,
  text: string,
  tongue: Tongue,
  own: readonly string[] = [],
  uses = false,
): string | null {
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

/** "the Waymo Open Dataset": in capitals behind the name of something else, or as the release's own name, the words are a name's. */
function isTitled({ says, start, end }: Hit, text: string, own: readonly string[]): boolean {
  if (says !== 'open-data' && says !== 'open-model') return false
  const words = text.slice(start, end).replace(/^(?:the|an) /i, '')
  if (/^[A-Z]/.test(words) && own.some(name => fold(name).includes(fold(words)))) return true
  if (!/^[A-Z][a-z]+(?:[\s-][A-Z]\w*)+$/.test(text.slice(start, end))) return false
  const before = /[\s([]([A-Z][\w.-]+) $/.exec(text.slice(Math.max(0, start - 40), start))?.[1]
  return before !== undefined && !own.some(name => name.includes(before) || before.includes(name))
}

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

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

/** Names of the release itself; where it is called like its publisher, that. */
function ownNames({ names, owners }: Voice): readonly string[] {
  const own = names.filter(name => !owners.includes(name))
  return own.length > 0 ? own : names
}

/** "the open-source model Wren", "Wren: an open-source toolkit": the phrase describes the release by name. */
function namesOwn(text: string, { start, end }: Hit, { spaced }: Tongue, own: readonly string[]): boolean {
  const next = text.slice(end, end + 60)
  const previous = text
    .slice(Math.max(0, start - 60), start)
    .replace(/[\s*_]{0,3}[:,–—][\s*_]{0,3}(?:\S{1,4}\s)?$/, '\u0001')
  const before = spaced ? /^[\s*_"“«(]{0,3}(?:[^\s,.;:!?]{1,30}\s){0,2}["“«(]?/ : /^[^，。；：！？、,;:]{0,8}/
  const reach = before.exec(next)?.[0].length ?? 0
  return own.some(name => {
    if (name.length < 3) return false
    const at = next.indexOf(name)
    return (at > 0 && at <= reach) || previous.endsWith(`${name}\u0001`)
  })
}

function same(one: SaidClaim, other: SaidClaim): boolean {
  return (
    one.says === other.says &&
    one.sentence === other.sentence &&
    one.license === other.license &&
    one.about.join() === other.about.join()
  )
}

const SPELLED = /[\u2018\u2019\u02bc\u2010-\u2012\u00ad\u00a0\u202f]/

/** The text with one spelling of quotes, hyphens and spaces; offsets stay. */
export function plain(text: string): string {
  if (!SPELLED.test(text)) return text
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2012\u00ad]/g, '-')
    .replace(/[\u00a0\u202f]/g, ' ')
}
