import type { Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import type { Origin } from '../../release/origin.ts'
import type { Release } from '../../release/release.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Evidence } from '../evidence.ts'
import { titleOf } from '../metadata/cards.ts'
import { kindOf } from '../metadata/index.ts'
import { depth } from '../paths.ts'
import { placesIn, type SpokenPlace } from '../weights/places.ts'
import { accountsShown } from './accounts.ts'
import { sameOwner } from './owners.ts'

/** pages that tell what a release is called */
const TITLE_PAGES = 2
/** a shorter name is also a word */
const SHORTEST = 3

const frontPages = (documents: readonly Document[]) =>
  documents.filter(({ path }) => depth(path) === 0).slice(0, TITLE_PAGES)

/** Whether two accounts are one owner's. */
type IsOne = (one: string, other: string) => boolean

/**
 * A release called what it calls itself. Where a folder's name was all that was known, that holds if the release
 * speaks of it, or is its publisher's; else the address in its text that has the name of its title. Without one it is
 * nameless:
 * what a folder happens to be called says nothing. With the accounts that it shows to be its publisher's.
 */
export function identified(release: Release, documents: readonly Document[], knowledge: Knowledge): Release {
  const pages = frontPages(documents)
  const spoken = placesIn(release, pages, knowledge)
  const { guessed, ...rest } = release
  const called = guessed ? { ...rest, ...originOf(release, pages, spoken, knowledge) } : release
  const accounts = accountsShown(called, pages, spoken, knowledge)
  return accounts.length === 0 ? called : { ...called, accounts }
}

/**
 * What a report is headed by. Who puts something into a folder calls it so: that stands, with the account that it
 * names, unless the release proves what it is by an address under the same name as its folder, or as its title.
 */
export function headingOf(given: Release, { release, documents }: Pick<Evidence, 'release' | 'documents'>): Origin {
  const { name, publisher } = release
  const called = [given.name, ...frontPages(documents).map(page => titleOf(page) ?? '')].map(lettersOf)
  const isProven = publisher !== null && called.includes(lettersOf(name))
  const shown = given.guessed && !isProven ? given : release
  return { name: shown.name, publisher: shown.publisher }
}

function originOf(
  release: Release,
  pages: readonly Document[],
  spoken: readonly SpokenPlace[],
  knowledge: Knowledge,
): Origin {
  const title = pages.map(titleOf).find(one => one !== null) ?? ''
  const places = spoken.filter(({ name }) => name !== '')
  const isOne: IsOne = (one, other) => sameOwner(one, other, knowledge.organizations)
  const folder: Origin = { name: release.name, publisher: release.publisher }
  if (agrees(folder, title, places, isOne)) return folder
  const [card] = pages
  // a card at a hub is of a model there, a README of the repository that it lies in
  const first = card && kindOf(card.frontMatter) === 'model' ? 'model' : 'code'
  const own = ownOf(places, title, first, isOne)
  // of one owner's releases that have a page in common, the folder tells which it is
  if (own?.publisher && isOne(own.publisher, release.publisher ?? '')) return folder
  return own ?? nameIn(title, card, places, knowledge)
}

/** Whether the release speaks of what a folder is called, where that is spelled as the programs of hubs spell names. */
function agrees({ name, publisher }: Origin, title: string, places: readonly SpokenPlace[], isOne: IsOne): boolean {
  if (publisher === null) return false
  return (
    isNear(name, title) ||
    places.some(one => isOne(one.publisher, publisher) && lettersOf(one.name) === lettersOf(name))
  )
}

/** Whether one of two names has the other whole. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)]
  return a.length >= SHORTEST && b.length >= SHORTEST && (a.includes(b) || b.includes(a))
}

/** The place whose name the title has; else the repository whose name its owner's models have at a hub. */
function ownOf(places: readonly SpokenPlace[], title: string, first: SpokenPlace['at'], isOne: IsOne): Origin | null {
  const called = lettersOf(title)
  const titled = places.filter(
    ({ name, at }) =>
      lettersOf(name) === called || (at === first && isNear(name, title) && called.includes(lettersOf(name))),
  )
  const filed = places.filter(place => place.filed)
  const both = places.filter(place =>
    places.some(
      other => other.at !== place.at && isOne(other.publisher, place.publisher) && isNear(other.name, place.name),
    ),
  )
  const [one] = both
  const alone = first === 'code' && both.every(({ publisher }) => isOne(publisher, one?.publisher ?? '')) ? both : []
  const chosen = [titled, filed, alone].find(({ length }) => length > 0) ?? []
  const rank = ({ name, at, filed, times }: SpokenPlace): number =>
    (at === first ? 1e6 : 0) +
    (lettersOf(name) === called ? 1e5 : 0) +
    (filed ? 1e4 : 0) +
    name.length * 100 +
    Math.min(times, 99)
  const [best] = chosen
    .filter(({ at }) => titled.length > 0 || at === first)
    .toSorted((one, other) => rank(other) - rank(one))
  return best ? { name: best.name, publisher: best.publisher } : null
}

/** "Heron is a model": what a page may begin with */
const DEFINED = /^\W{0,4}((?:\p{Lu}[\w.+-]* ){0,2}\p{Lu}[\w.+-]*)\W{0,2} (?:is|are) (?:a|an|the|our)\b/u
const NO_NAME = /^(?:this|these|that|it|there|here|we|our|the|all|model|what)\b/i
/** figures or capitals within */
const WRITTEN = /\p{L}.*\d|\p{Ll}\p{Lu}|\p{Lu}{2}/u

/**
 * A title that is a name: as names are written, what the models of one owner are called after, who is no known
 * publisher of a base, or what the page goes on to say something of; without a title, what it begins with. Any other
 * heading is none.
 */
function nameIn(
  title: string,
  card: Document | undefined,
  places: readonly SpokenPlace[],
  knowledge: Knowledge,
): Origin {
  const called = lettersOf(title)
  const kin = places.filter(({ name }) => called.length >= SHORTEST && lettersOf(name).startsWith(called))
  const [one] = kin.filter(({ publisher, name }) => !findModel(knowledge, `${publisher}/${name}`)?.own)
  const isOne = kin.every(({ publisher }) => one && sameOwner(publisher, one.publisher, knowledge.organizations))
  if (one && isOne) return { name: title, publisher: one.publisher }
  if (WRITTEN.test(title) && /^\S+(?: \S+){0,3}$/.test(title)) return { name: title, publisher: null }
  const begins = (card?.blocks ?? []).filter(({ kind }) => kind !== 'code').slice(0, OPENING)
  const defined = begins.flatMap(({ text }) => DEFINED.exec(text.slice(0, 200))?.[1] ?? [])
  const name = defined.find(one => (title === '' ? isUnknown(one, knowledge) : lettersOf(one) === called))
  return { name: name ?? '', publisher: null }
}
/** blocks with which a page begins */
const OPENING = 6
const isUnknown = (name: string, knowledge: Knowledge): boolean =>
  !NO_NAME.test(name) && findModel(knowledge, name) === null
