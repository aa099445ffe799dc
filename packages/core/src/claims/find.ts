import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { type Sentence, sentencesOfDocument } from '../documents/sentences.ts'
import type { ClaimKind, ClaimSubject } from '../knowledge/claim-language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { isAmongOthers, legalNameOf } from '../knowledge/legal-names.ts'
import { licensesMentionedIn } from '../names/index.ts'
import { lazy, once } from '../once.ts'
import type { TextCitation } from '../report/report.ts'
import { subjectOfClaim } from './about/index.ts'
import type { SaidClaim, Voice } from './claim.ts'
import { type Tongue, tonguesOf } from './languages.ts'
import { type NamedLicense, namedLicense } from './license.ts'
import { type Hit, mayClaim, phrasesAcross, possibleIn } from './phrases.ts'
import { tongueOf, tongueOfDocument } from './spoken.ts'
import {
  describesOthers,
  introducesOthers,
  isReported,
  isSentence,
  speaksOfSibling,
  standsUnderOthers,
} from './whose/others.ts'
import { doubtOf, type PhraseStanding } from './whose/standing.ts'
import { namesOwn, whyNot } from './why-not.ts'

/** longer than any sentence; a generated one is passed over */
const MAX_SENTENCE = 2_000
/** more phrases than any real sentence claims by */
const MAX_PHRASES = 12
/** more than the wordiest page makes; stops a crafted one */
const MAX_CLAIMS = 500

/** The claims of one document about the release it belongs to, in order. */
export function findClaims(document: Document, knowledge: Knowledge, voice: Voice): SaidClaim[] {
  const tongues = tonguesOf(knowledge)
  const found: SaidClaim[] = []
  if (isAmongOthers(document.path, knowledge.legalFiles)) return found
  const blocks = document.blocks.filter(({ kind }) => kind !== 'code')
  const written = lazy(() => tongueOfDocument(document, tongues))
  const terms = legalNameOf(document.path, knowledge.legalFiles) !== null
  for (const [at, block] of blocks.entries()) {
    if (found.length >= MAX_CLAIMS) break
    const text = plain(block.text)
    if (!mayClaim(text, tongues)) continue
    const around = lazy(() => tongueOf(text, tongues, written()))
    const before = blocks[at - 1]
    const previous =
      before === undefined || before.kind === 'heading' ? '' : (sentencesOfDocument(before).at(-1)?.text ?? '')
    for (const claim of claimsOfBlock(block, { document, voice, knowledge, previous, terms }, tongues, around))
      found.push(claim)
  }
  return found
}

/** What a block stands in. */
interface Around extends Pick<PhraseStanding, 'document' | 'voice' | 'knowledge' | 'previous'> {
  /** its document is one of terms */
  readonly terms: boolean
}

function claimsOfBlock(
  block: Block,
  { document, voice, knowledge, previous: last, terms }: Around,
  tongues: readonly Tongue[],
  around: () => Tongue | null,
): SaidClaim[] {
  const found: SaidClaim[] = []
  const own = ownNames(voice)
  let previous = last
  for (const sentence of sentencesIn(block)) {
    const before = previous
    previous = sentence.text
    if (sentence.text.length > MAX_SENTENCE) continue
    const text = plain(sentence.text)
    const possible = possibleIn(text, tongues)
    if (possible.length === 0) continue
    // a block of one sentence is in the language it was found to be in
    const tongue = text.length === block.text.length ? around() : tongueOf(text, tongues, around())
    const phrases = possible.filter(phrase => tongue?.phrases.has(phrase))
    if (!tongue || phrases.length === 0) continue
    if (standsUnderOthers(block, tongue) || introducesOthers(block, voice)) continue
    // a license speaks of what it covers in general; only what names the release is said of it
    if (terms && own.length > 0 && !own.some(name => name.length > 2 && text.includes(name))) continue
    const whole = isSentence(block, sentence, tongue)
    if (!whole && block.kind !== 'heading') continue
    const licenses = new Map<Hit, NamedLicense>()
    const place = { text, previous: before, sentence, block, document, tongue, voice, knowledge }
    const named = (hit: Hit) => {
      const license = hit.says === 'named-license' ? namedLicense(text, hit, tongue, knowledge) : null
      if (license) licenses.set(hit, license)
      return license !== null || hit.says !== 'named-license'
    }
    let planned: Hit | null = null
    const hits = phrasesAcross(text, phrases, named).slice(0, MAX_PHRASES)
    for (const hit of hits) {
      // that something was released is told by what calls it open
      if (hit.says === 'released' && hits.some(({ says }) => says !== 'released' && !OF_LICENSE.has(says))) continue
      const reported = isReported(block, sentence.start + hit.start, voice)
      // who is quoted in an announcement may speak for it: told, and not held against it
      if ((reported && !voice.ofMany) || speaksOfSibling(text, hit.start, voice)) continue
      // a heading without a verb says what it calls by name
      if (!whole && !namesOwn(text, hit, tongue, own)) continue
      const not = whyNot(hit, text, tongue, own, voice.uses)
      if (not === 'plan') planned = hit
      // "we will open-source new models to accelerate open-source AI": all of its clause is planned
      if (not || (planned?.says === hit.says && !/[,;:，；：]/.test(text.slice(planned.end, hit.start)))) continue
      if (describesOthers({ hit, ...place }, OF_LICENSE.has(hit.says))) continue
      const claim = claimOf({ hit, ...place }, licenses.get(hit), own)
      // what a page of a release calls released is often one of many things
      if (claim.says === 'released' && (!voice.ofMany || claim.about.some(one => one === 'model'))) continue
      if (reported) {
        found.push({ ...claim, doubt: 'reported' })
        continue
      }
      // "the [open-source license](LICENSE) of the open-source model": what is proven of a sentence is told alone
      const told = ({ says, sentence, doubt }: SaidClaim) =>
        claim.doubt !== null && doubt === null && says === claim.says && sentence === claim.sentence
      if (!found.some(other => same(other, claim) || told(other))) found.push(claim)
    }
  }
  return found
}

/** The sentences of a document in which none of some claims stands, and how many more there are. */
export function unclaimedIn(document: Document, claims: readonly SaidClaim[]) {
  const claimed = new Set(claims.flatMap(({ path, sentence }) => (path === document.path ? sentence : [])))
  const listed: TextCitation[] = []
  let more = 0
  for (const block of document.blocks) {
    if (block.kind === 'code') continue
    for (const { text, line, endLine } of sentencesIn(block)) {
      if (claimed.has(text) || !/\p{L}/u.test(text)) continue
      if (listed.length >= MOST_UNCLAIMED || block.text.length > LONGEST_LISTED) more++
      else listed.push(citeSentence(document, line, endLine, text))
    }
  }
  return { listed, more }
}

/** no more sentences are listed, and none of a longer block: each is looked for in its lines */
const MOST_UNCLAIMED = 500
const LONGEST_LISTED = 20_000

/** The sentences of a block; a cell of a table speaks for itself. */
const sentencesIn = (block: Block): readonly Sentence[] =>
  sentencesOfDocument(block).flatMap(sentence =>
    (block.cells ?? [sentence]).flatMap(({ start, text }) => {
      const from = Math.max(start, sentence.start)
      const to = Math.min(start + text.length, sentence.start + sentence.text.length)
      return from < to ? [{ ...sentence, text: block.text.slice(from, to), start: from }] : []
    }),
  )

function claimOf(
  place: Omit<PhraseStanding, 'bound'>,
  license: NamedLicense | undefined,
  own: readonly string[],
): SaidClaim {
  const { hit, text, sentence, document, tongue, knowledge } = place
  const { about, bound } = subjectOfClaim(place, own)
  return {
    says: hit.says,
    about,
    doubt: doubtOf({ ...place, bound: bound && (hit.says === 'released' || about.every(part => OF_MODEL.has(part))) }),
    tongue,
    words: sentence.text.slice(hit.start, Math.max(hit.end, license?.end ?? 0)),
    start: hit.start,
    sentence: sentence.text,
    license: license?.id ?? (LICENSED.has(hit.says) ? (licensesMentionedIn(text, knowledge)[0]?.id ?? null) : null),
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

/** Names of the release itself; where it is called like its publisher, that. */
const ownNames = once(({ names, owners }: Voice): readonly string[] => {
  const own = names.filter(name => !owners.includes(name))
  return own.length > 0 ? own : names
})

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
