import type { Block } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import type { Passing } from '../../knowledge/claim-language.ts'
import { readSubject } from '../../licensing/statements/subject.ts'
import type { Voice } from '../claim.ts'
import type { Tongue } from '../tongue/index.ts'
import type { Hit } from '../tongue/phrases.ts'

/** Why a sentence that calls something open contradicts nothing, however restricted the release is. */
export type Doubt = Passing | 'title' | 'elsewhere' | 'whose' | 'part'

/** Where a phrase stands. */
export interface Standing {
  readonly hit: Hit
  /** the sentence in one spelling */
  readonly text: string
  /** the one before it in its block */
  readonly previous: string
  readonly sentence: Sentence
  readonly block: Block
  readonly path: string
  readonly tongue: Tongue
  readonly voice: Voice
  /** whether its own words, and not what stands around the sentence, say which part it speaks of */
  readonly bound: boolean
}

/** What keeps a claim from being proven to be of this release, or null: only what is said of its own can be contradicted. */
export function doubtOf(standing: Standing): Doubt | null {
  const { hit, text, tongue, voice, bound } = standing
  const around = OF_USE.has(hit.says) ? withNext(standing) : text
  // "uses only open models": to whom it is open is another matter
  const reasons = voice.uses ? tongue.passing.filter(({ because }) => because !== 'scope') : tongue.passing
  const passing = reasons.find(one => one.fits(around, hit.start, hit.end))
  if (passing) return passing.because
  // who speaks is not known of an announcement that was given alone: nothing is checked then
  if (voice.names.length === 0) return bound ? null : 'part'
  if (isTitle(text, hit) || isForeignLink(standing)) return 'title'
  const named = namesOwn(text, voice) || ((tongue.refers?.test(text) ?? false) && namesOwn(standing.previous, voice))
  if (isNested(standing.path) && !named && !voice.ofMany) return 'elsewhere'
  if (givesAnother(standing) || speaksOfOthers(standing)) return 'whose'
  if (!named && (givesNamed(standing) || linksOthers(standing))) return 'whose'
  if (!named && !(tongue.speaker?.test(text) ?? false) && !isImplied(standing)) return 'whose'
  return bound ? null : 'part'
}

/** "supports commercial use. If you use it so, apply for a license": what is asked for may stand in the sentence behind */
const OF_USE: ReadonlySet<Hit['says']> = new Set(['commercial-use', 'unrestricted'])
const BEHIND = 160

const withNext = ({ text, sentence, block }: Standing) =>
  `${text}${block.text.slice(sentence.start + text.length, sentence.start + text.length + BEHIND)}`.replace(
    /[.;!?。；！？](?!\d)/g,
    ',',
  )

/** small words that stay small in a title */
const SMALL = /^(?:a|an|the|of|for|and|or|in|on|to|with|by|from|at|via|is)$/
/** words in a row that make a title */
const TITLE_WORDS = 5

/** "A Collection of Open-Source Models for Marshes": the phrase stands among words that all are capitalized. */
function isTitle(text: string, { start, end }: Hit): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, end))) return false
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
  const words = text.slice(start, end).split(/\s+/).length
  return (
    words + capitalized(stop < 0 ? before : before.slice(0, stop)) + capitalized(text.slice(end).trim().split(/\s+/)) >=
    TITLE_WORDS
  )
}

/** Within the words of a link that leads to nothing of the publisher's: the name of a page or paper. */
function isForeignLink({ hit, sentence, block, voice }: Standing): boolean {
  const from = sentence.start + hit.start
  return block.links.some(
    link =>
      !link.image &&
      link.start <= from &&
      link.end >= from + (hit.end - hit.start) &&
      link.end - link.start > 2 * (hit.end - hit.start) &&
      /^https?:/i.test(link.url) &&
      !voice.owners.some(owner => fold(link.url).includes(fold(owner))),
  )
}

/** A document in a folder may be of another thing that is kept there: an example, a data set, a copy. */
const isNested = (path: string) => path.includes('/') && !/^https?:/i.test(path)

/** "we open-source [qwen.cpp](…)": what the phrase gives is linked right behind it, and is a place of another name. */
function givesAnother({ hit, sentence, block, tongue, voice }: Standing): boolean {
  const to = sentence.start + hit.end
  const link = block.links.find(one => !one.image && one.start >= to && one.start - to <= NEXT)
  const place = link && REPOSITORY.exec(link.url)
  if (!link || !place) return false
  const name = fold(place[1] ?? '')
  const between = block.text.slice(to, link.start)
  if (/[.;,:。；，：]/.test(between) || (between.length > NEAR && tongue.stop.test(between))) return false
  return !ownNames(voice).some(own => fold(own) === name)
}

/** "The finch-2 model is open source, see [finch-2](…)": all places that a sentence links are of other names. */
function linksOthers({ sentence, block, voice }: Standing): boolean {
  const end = sentence.start + sentence.text.length
  const places = block.links.flatMap(({ image, start, end: to, url }) => {
    const [, name] = (!image && start >= sentence.start && to <= end && REPOSITORY.exec(url)) || []
    return name === undefined ? [] : [name]
  })
  return places.length > 0 && !places.some(name => ownNames(voice).some(own => isKin(name, own)))
}

/** "we open-source our Finch-2 encoder": what is given has a name, and it is none of the release's. */
function givesNamed({ hit, text, voice }: Standing): boolean {
  const given = /^[^,;:.(（，；。：]{0,60}/.exec(text.slice(hit.end))?.[0] ?? ''
  const names = [...given.matchAll(NAME)].map(([name]) => name).filter(name => /\d|[a-z][A-Z]/.test(name))
  return names.length > 0 && !names.some(name => ownNames(voice).some(own => isKin(name, own)))
}

/** characters between a phrase and the link to what it gives, with a noun in between, and without one */
const NEXT = 60
const NEAR = 6
const REPOSITORY =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|hf\.co|modelscope\.cn)\/[\w.-]+\/([\w.-]+)\/?$/i

/** "we use code of other repositories that are under …": read as the statements of licenses are. */
const speaksOfOthers = ({ hit, text, voice: { speaker } }: Standing) =>
  speaker !== undefined && readSubject(text.slice(0, hit.start), speaker).others

/** Who speaks need not be named where the phrase opens a sentence that names and links nothing else. */
const isImplied = ({ hit, text, sentence, block, voice }: Standing) =>
  opens(text, hit) &&
  !namesAnother(text, hit, voice) &&
  !block.links.some(
    link =>
      !link.image &&
      link.start >= sentence.start &&
      link.end <= sentence.start + sentence.text.length &&
      REPOSITORY.test(link.url) &&
      !ownNames(voice).includes((REPOSITORY.exec(link.url)?.[1] ?? '').toLowerCase()),
  )

/** The phrase, or the verb in it, opens the sentence behind a date or a mark: the release is its subject. */
function opens(text: string, { start }: Hit): boolean {
  const before = text.slice(0, start)
  return !/\p{L}{2}/u.test(before) || before.length <= OPENING || !/[A-Z]/.test(before)
}
const OPENING = 24

const FIRST = /^[^\p{L}\p{N}]*/u
const NAME = /(?<![\w/.-])[A-Z][\w.+-]*[A-Za-z\d]/g

/** A name that is none of the release's, before the phrase. */
function namesAnother(text: string, { start }: Hit, voice: Voice): boolean {
  const head = FIRST.exec(text)?.[0].length ?? 0
  return [...text.slice(0, start).matchAll(NAME)].some(
    match =>
      (match.index > head || /[\d-]|[a-z][A-Z]/.test(match[0])) && !ownNames(voice).some(own => isKin(match[0], own)),
  )
}

/** letters by which two names are kin */
const KIN = 4

/** One of the release's names, or the word they begin with; in an address or a path it names a place. */
function namesOwn(text: string, voice: Voice): boolean {
  const lower = text.toLowerCase().replace(PATHS, ' ')
  return ownNames(voice).some(name => lower.includes(name) || beginsWord(lower, STEM.exec(name)?.[0]))
}

/** fewer letters begin too many words: "open", "chat" */
const STEM = /^\p{L}{5,}/u
const LETTER = /\p{L}/u

function beginsWord(text: string, stem: string | undefined): boolean {
  if (stem === undefined) return false
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1))
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return true
  return false
}

/** Several models under one license are one row of names; words without a capital or a digit name none. */
function ownNames(voice: Voice): readonly string[] {
  const known = namesOf.get(voice)
  if (known) return known
  const parts = voice.names
    .flatMap(name => name.split(/, | and /))
    .filter(part => !part.includes(' ') || /^[\p{Lu}\d]/u.test(part))
    .map(part => part.slice(part.lastIndexOf('/') + 1).toLowerCase())
  const names = [...new Set(parts)].filter(name => name.length >= 3)
  namesOf.set(voice, names)
  return names
}

const namesOf = new WeakMap<Voice, readonly string[]>()
const PATHS = /[\w.-]+\/[\w./-]+/g

function isKin(one: string, own: string): boolean {
  const [a, b] = [fold(one), fold(own)]
  return a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a) || a.slice(0, KIN) === b.slice(0, KIN))
}

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
