import { isHostOf } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Voice } from '../claim.ts'
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
