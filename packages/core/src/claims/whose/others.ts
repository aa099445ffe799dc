import type { Block } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import { isHostOf } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Finder } from '../../wordings/marked.ts'
import type { Voice } from '../claim.ts'
import type { Tongue } from '../languages.ts'
import { repositoryAt } from './names.ts'
import type { PhraseStanding } from './standing.ts'

/** letters that may stand before the subject of a sentence: a bullet, an emoji, an article */
const OPENING = /^[^\p{L}\p{N}]{0,8}(?:the\s)?$/iu
/** between a name and what is said of it in apposition: "Finch, another leading open-source framework" */
const APPOSED = /^\s?[,:(–—-]\s?(?:[a-z]{1,12}\s){0,3}$/i
/** a name of up to four words that opens a sentence */
const OPENING_NAME =
  /^[^\p{L}\p{N}]{0,8}(?:The |the )?([A-Za-z][\w.+-]{1,40}(?: (?:[A-Z\d][\w.+-]*)){0,3})(?=[\s,(]|[^\p{ASCII}])/u
/** a name with a mark in it, and no more than a verb behind it, is all that a clause is about */
const SUBJECT = /(?:^[^\p{L}\p{N}]{0,8}|[,;] )(?:[Tt]he )?((?=\w*(?:-\w|[a-z][A-Z]))[A-Z][\w.+-]{2,40}) (?:is|are) $/u
/** letters by which two names are kin: "RedPajama-V2" and "RedPajama-Data" */
const KIN = 4

/**
 * Whether a phrase describes what a link beside it leads to, or a name in front of it stands for, or its page is about,
 * and that is somebody else's; `licensed` of words that name a license.
 */
export function describesOthers(
  { hit: { start, end }, sentence, block, document, voice, knowledge, tongue }: Omit<PhraseStanding, 'bound'>,
  licensed: boolean,
): boolean {
  if (voice.owners.length === 0 || voice.uses) return false
  const from = sentence.start + start
  const to = sentence.start + end
  const before = sentence.text.slice(0, start)
  if (!voice.ofMany && isOwnedByOthers(sentence.text, before, voice, knowledge)) return true
  const inLink = block.links.some(link => !link.image && link.start <= from && link.end >= to)
  const speaks = (text: string) => tongue.speaker?.test(text) ?? false
  if (!inLink && (speaks(before) || namesOwn(before, voice))) return false
  const linked = block.links.some(link => {
    if (link.image || link.label.length < 2 || !/^https?:/i.test(link.url)) return false
    const subject = link.end <= from && link.start >= sentence.start
    const near =
      (subject && OPENING.test(block.text.slice(sentence.start, link.start))) ||
      (subject && APPOSED.test(block.text.slice(link.end, from))) ||
      // a license is linked to its text
      (!licensed && link.start >= to && link.start - to <= 2) ||
      (link.start <= from &&
        link.end >= to &&
        // "[a GPL-licensed fork](https://…)", "[Finch is an open-source model](https://…)": a title of a page; what is
        // its own says so
        (licensed
          ? repositoryAt(link.url, knowledge) !== null
          : isRepository(link.url, knowledge) || (link.label.length > 2 * (to - from) && !speaks(link.label))))
    return near && isElsewhere(link.url, link.label, voice)
  })
  const name = OPENING_NAME.exec(before)?.[1]
  // "…, Finch-LM is licensed under": the name of something else
  const subject = licensed && !voice.ofMany ? SUBJECT.exec(before)?.[1] : undefined
  if (subject && !isOurs(subject, undefined, voice)) return true
  return linked || isKnownOther(name, voice, knowledge) || (document.path.includes('/') && heads(name, block, voice))
}

/** "Finch is the open-source version of …" on a page about Finch: of what a page further down is called. */
const heads = (name: string | undefined, { headings }: PhraseStanding['block'], { names }: Voice): boolean =>
  name !== undefined &&
  headings.some(heading => lettersOf(heading) === lettersOf(name)) &&
  !names.some(own => isKin(lettersOf(name), lettersOf(own)))

/** words that lead to somebody's repository describe that */
const isRepository = (url: string, { hosts }: Knowledge) =>
  isHostOf(hosts, 'code', url) || isHostOf(hosts, 'model', url)

const namesOwn = (text: string, { names }: Voice) =>
  names.some(name => name.length > 2 && text.toLowerCase().includes(name.toLowerCase()))

/** Whether a link leads to nothing of the publisher's, by its address and its words. */
export function isElsewhere(url: string, label: string, { owners, names }: Voice): boolean {
  const place = lettersOf(url)
  const title = lettersOf(label)
  return !owners.some(owner => place.includes(lettersOf(owner))) && !names.some(name => isKin(title, lettersOf(name)))
}

/** "Mudflat's open-source Crane": a name owns what the phrase describes */
const OWNER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}.&-]{1,30}(?: \p{Lu}[\p{L}\p{N}.&-]{1,30}){0,2})(?:['’]s|` +
    "(?<=s)['’]) (?:[a-z-]{2,20} ){0,2}$",
  'u',
)

/** Whether a name is the publisher's or the release's, of an organization by its accounts too. */
function isOurs(name: string, known: Organization | undefined, { owners, names }: Voice): boolean {
  return [...owners, ...names].some(
    own => known?.accounts.includes(own.toLowerCase()) || isKin(lettersOf(own), lettersOf(name)),
  )
}

type Organization = Knowledge['organizations'][number]
const organizationOf = (name: string, { organizations }: Knowledge): Organization | undefined =>
  organizations.find(one => lettersOf(one.name) === lettersOf(name))

/** Whether a name owns what is described, and it is neither the publisher's nor the release's. */
function isOwnedByOthers(text: string, before: string, voice: Voice, knowledge: Knowledge): boolean {
  const owner = OWNER.exec(before)?.[1]
  return owner !== undefined && !namesOwn(text, voice) && !isOurs(owner, organizationOf(owner, knowledge), voice)
}

/** A library that runs models, or a model of another publisher. */
function isKnownOther(name: string | undefined, voice: Voice, knowledge: Knowledge): boolean {
  if (name === undefined) return false
  const folded = lettersOf(name)
  if (voice.names.some(own => isKin(folded, lettersOf(own)))) return false
  const library = knowledge.libraries.libraries.some(
    one => lettersOf(one.name) === folded || one.imports.some(word => lettersOf(word) === folded),
  )
  if (library) return true
  const model = !voice.ofMany && /\d/.test(name) ? findModel(knowledge, name) : null
  return model !== null && !voice.owners.some(owner => model.family.organizations.includes(owner.toLowerCase()))
}

/** One name begins as the other does, or holds it. */
function isKin(one: string, other: string): boolean {
  if (one.length < 3 || other.length < 3) return one === other
  return one.includes(other) || other.includes(one) || one.slice(0, KIN) === other.slice(0, KIN)
}

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
