import type { Block, Document } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import { fileName } from '../../evidence/paths.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { legalNameOf } from '../../knowledge/legal-names.ts'
import { licensesMentionedIn } from '../../names/index.ts'
import { readSubject } from '../../terms/statements/subject.ts'
import type { Voice, WhyDoubtful } from '../claim.ts'
import type { Tongue } from '../languages.ts'
import type { Hit } from '../phrases.ts'
import { isAssertedOfOwn } from './asserted.ts'
import { isOwn, isVariant, masked, type Own, ownNamesIn, ownOf, repositoryAt, speaksOfOwn } from './names.ts'

/** Where a phrase stands. */
export interface PhraseStanding {
  readonly hit: Hit
  /** the sentence in one spelling */
  readonly text: string
  /** the one before it in its block */
  readonly previous: string
  readonly sentence: Sentence
  readonly block: Block
  readonly document: Document
  readonly tongue: Tongue
  readonly voice: Voice
  readonly knowledge: Knowledge
  /** whether its own words, and not what stands around the sentence, say which part it speaks of */
  readonly bound: boolean
}

/**
 * What keeps a claim from being proven to be of this release, or null: only what is said of its own can be
 * contradicted.
 */
export function doubtOf(standing: PhraseStanding): WhyDoubtful | null {
  const { hit, text, tongue, voice, bound } = standing
  const said = OF_USE.has(hit.says) ? withNext(standing) : text
  // "without registration" asks for none
  const around = masked(
    said,
    tongue.denies.flatMap(({ words }) => words.all(said)),
  )
  // "uses only open models": to whom it is open is another matter
  const none = voice.uses ? 'scope' : hit.says === 'released' ? 'published' : null
  const reasons = tongue.passing.filter(({ because }) => because !== none)
  const passing = reasons.find(one => one.fits(around, hit.start, hit.end))
  if (passing) return passing.because
  // who speaks is not known of an announcement that was given alone: nothing is checked then
  if (voice.names.length === 0) return bound ? null : 'part'
  if (isHeading(standing) || isTitle(text, hit)) return 'title'
  const own = ownOf(voice, tongue, standing.knowledge)
  const back = (tongue.refers?.test(text) ?? false) && speaksOfOwn(standing.previous, own)
  const named = speaksOfOwn(text, own) || back
  const titled =
    named ||
    speaksOfOwn(fileName(standing.document.path), own) ||
    standing.block.headings.some(heading => speaksOfOwn(heading, own))
  // a document in a folder may be of another thing that is kept there: an example, a data set, a copy
  if (/^(?!https?:).*\//i.test(standing.document.path) && !titled && !voice.ofMany) return 'elsewhere'
  if (namesAnother(standing, own) || isOfOthers(standing)) return 'whose'
  // a row is of what its first cell names
  if (standing.block.kind === 'row' && !named) return 'whose'
  if (!named && linksOthers(standing, own)) return 'whose'
  // what a project says of the models it uses is of them
  if (voice.uses) return null
  // of an announcement it is told elsewhere which of many models it names
  const told = voice.ofMany === true && !named
  if (linksTerms(standing)) return null
  if (!told && !isAssertedOfOwn(hit, text, tongue, own, back)) return 'unasserted'
  return bound || speaksOfOwn(text.slice(hit.start, hit.end), own) ? null : 'part'
}

/**
 * "supports commercial use. If you use it so, apply for a license": what is asked for may stand in the sentence
 * behind
 */
const OF_USE: ReadonlySet<Hit['says']> = new Set(['commercial-use', 'unrestricted'])
const BEHIND = 160

const withNext = ({ text, sentence, block }: PhraseStanding) =>
  `${text}${block.text.slice(sentence.start + text.length, sentence.start + text.length + BEHIND)}`.replace(
    /[.;!?。；！？](?!\d)/g,
    ',',
  )

/** A heading, or what stands alone as one: no verb, and no mark at its end. */
const isHeading = ({ block, text, tongue }: PhraseStanding) =>
  block.kind === 'heading' ||
  (tongue.spaced &&
    block.kind === 'paragraph' &&
    block.text.length === text.length &&
    tongue.sentence?.test(text) === false &&
    !/[.!?。！？:：…][^\p{L}\p{N}]*$/u.test(text))

/** small words that stay small in a title */
const SMALL = /^(?:a|an|the|of|for|and|or|in|on|to|with|by|from|at|via|is)$/
/** words in a row that make a title */
const TITLE_WORDS = 5

/** "A Collection of Open-Source Models for Marshes": the phrase stands among words that all are capitalized. */
function isTitle(text: string, { start, end }: Hit): boolean {
  const own = text.slice(start, end).split(/\s+/)
  if (!own.every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && SMALL.test(word)))) return false
  const capitalized = (words: readonly string[]) => {
    let count = 0
    for (const word of words) {
      const plain = word.replace(/^\P{L}+|\P{L}+$/gu, '')
      if (/^\p{Lu}/u.test(plain)) count++
      else if (!SMALL.test(plain)) break
      if (/[.:;,!?]$/.test(word)) break
    }
    return count
  }
  const before = text.slice(0, start).trimEnd().split(/\s+/).reverse()
  const stop = before.findIndex(word => /[.:;,!?|]$/.test(word))
  return (
    own.length +
      capitalized(stop < 0 ? before : before.slice(0, stop)) +
      capitalized(text.slice(end).trim().split(/\s+/)) >=
    TITLE_WORDS
  )
}

/**
 * What the phrase is said of has a name, and it is none of the release's: "we open-source our Finch-2 encoder",
 * "Finch-2 is open".
 */
function namesAnother(standing: PhraseStanding, own: Own): boolean {
  const { hit, tongue, knowledge } = standing
  // a license is no other thing
  const text = masked(standing.text, licensesMentionedIn(standing.text, knowledge))
  const given = placeBehind(standing)
  if (given !== null) return !given.some(place => isOwn(place, own))
  if (placesIn(standing).some(place => isOwn(place, own))) return false
  const clause = /[^,;:，；：。]*$/.exec(text.slice(0, hit.start))?.[0] ?? ''
  const behind = BEHIND_IT.exec(text.slice(hit.end))?.[0] ?? ''
  // "we release the training data of Finch-2"
  const whole = hit.says === 'released' || !tongue.spaced
  const near = behind.slice(0, whole ? undefined : tongue.stop.exec(behind)?.index)
  // "오픈소스 모델인 Finch-2에": the name right behind is what it calls so
  const beside = tongue.spaced ? '' : behind.slice(0, NAME_BEHIND)
  const named = (part: string) => ownNamesIn(part, own).filter(name => !isVariant(name, own))
  const others = (part: string) => !speaksOfOwn(part, own) && !named(part).some(name => isOwn(name, own))
  if (named(beside).length > 0) return others(beside)
  if (tongue.predicate(text, hit.start, hit.end) && speaksOfOwn(clause, own)) return false
  if (named(near).length > 0) return others(near)
  return !(tongue.speaker?.test(clause) ?? false) && named(clause).length > 0 && others(clause)
}
const BEHIND_IT = /^(?:[^,;:.(\uff08\uff0c\u3002\uff1b\uff1a]|\.(?=\d)){0,60}/

/**
 * "we open-source [heron.cpp](…)": the place that is linked right behind the phrase, as what it gives, by its address
 * and its label; null where none is.
 */
function placeBehind({ hit, sentence, block, tongue, knowledge }: PhraseStanding): readonly string[] | null {
  const to = sentence.start + hit.end
  const link = block.links.find(one => !one.image && one.start >= to && one.start - to <= NEXT)
  const place = link && repositoryAt(link.url, knowledge)
  if (!link || !place) return null
  const between = block.text.slice(to, link.start)
  return /[.;,:。；，：]/.test(between) || (between.length > WORDS_NEAR && tongue.stop.test(between))
    ? null
    : [place, link.label]
}

/**
 * "The finch-2 model is open source, see [finch-2](…)": all places that are linked from its clause on are of other
 * names.
 */
function linksOthers(standing: PhraseStanding, own: Own): boolean {
  const places = placesIn(standing, standing.text.slice(0, standing.hit.start).search(CLAUSE))
  return places.length > 0 && !places.some(name => isOwn(name, own))
}
/** the clause before the phrase */
const CLAUSE = /[^,;:，；：。]*$/

/** The names of the repositories that a sentence links, from an offset on. */
function placesIn({ sentence, block, knowledge }: PhraseStanding, from = 0): readonly string[] {
  const end = sentence.start + sentence.text.length
  return block.links.flatMap(({ image, start, end: to, url }) => {
    const isIn = !image && start >= sentence.start + from && to <= end
    return (isIn && repositoryAt(url, knowledge)) || []
  })
}

/** "the [open-source license](LICENSE-MODEL)": the words stand in a link to terms that are here. */
const linksTerms = ({ hit, sentence, block, knowledge }: PhraseStanding) =>
  block.links.some(
    ({ start, end, url }) =>
      start <= sentence.start + hit.start &&
      end >= sentence.start + hit.end &&
      !/^[a-z]+:/i.test(url) &&
      legalNameOf(url, knowledge.legalFiles) !== null,
  )

/** characters to the end of a name that stands right behind a phrase */
const NAME_BEHIND = 16

/** characters between a phrase and the link to what it gives, with a noun in between, and without one */
const NEXT = 60
const WORDS_NEAR = 6

/** "we use code of other repositories that are under …": read as the statements of licenses are. */
const isOfOthers = ({ hit, text, voice: { speaker } }: PhraseStanding) =>
  speaker !== undefined && readSubject(text.slice(0, hit.start), speaker).others
