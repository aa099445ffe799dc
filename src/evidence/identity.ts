import type { Document } from '../documents/index.ts'
import { addressAt } from '../knowledge/addresses.ts'
import type { Hosts } from '../knowledge/hosts.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findModel } from '../knowledge/models.ts'
import type { Origin } from '../sources/origin.ts'
import type { Release } from '../sources/release.ts'
import { lettersOf } from '../text/letters.ts'
import { titleOf } from './cards.ts'
import { LOADED } from './links.ts'
import { kindOf, statedIn } from './metadata.ts'
import { sameOwner } from './owners.ts'
import { depth } from './paths.ts'

/** pages, and blocks of each, that tell what a release is called; letters of a block or text */
const PAGES = 2
const BLOCKS = 600
const LONGEST = 20_000
/** a shorter name is also a word */
const SHORTEST = 3

/** An address of a hub or a host of code that the release speaks of. */
interface Place extends Origin {
  readonly publisher: string
  readonly at: 'model' | 'code'
  /** files that say where the whole lies name it */
  filed: boolean
  times: number
}

/** Whether two accounts are one owner's. */
type IsOne = (one: string, other: string) => boolean

/**
 * A release called what it calls itself. Where a folder's name was all that was known, that holds if the release
 * speaks of it; else the address in its text that has the name of its title. Where there is none, it is nameless:
 * what a folder happens to be called says nothing.
 */
export function identified(release: Release, documents: readonly Document[], knowledge: Knowledge): Release {
  const { guessed, ...rest } = release
  if (!guessed) return release
  const pages = documents.filter(({ path }) => depth(path) === 0).slice(0, PAGES)
  const title = pages.map(titleOf).find(one => one !== null) ?? ''
  const places = placesIn(release, pages, knowledge.hosts)
  const isOne: IsOne = (one, other) => sameOwner(one, other, knowledge.organizations)
  if (agrees(release, title, places, isOne)) return rest
  const [card] = pages
  // a card at a hub is of a model there, a README of the repository that it lies in
  const first = card && kindOf(card.frontMatter) === 'model' ? 'model' : 'code'
  return { ...rest, ...(ownOf(places, title, first, isOne) ?? nameIn(title, card, places, knowledge)) }
}

/** Whether the release speaks of what a folder is called, where that is spelled as the programs of hubs spell names. */
function agrees({ name, publisher }: Origin, title: string, places: readonly Place[], isOne: IsOne): boolean {
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
function ownOf(places: readonly Place[], title: string, first: Place['at'], isOne: IsOne): Origin | null {
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
  const rank = ({ name, at, filed, times }: Place): number =>
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
function nameIn(title: string, card: Document | undefined, places: readonly Place[], knowledge: Knowledge): Origin {
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

/** what is fetched in code, and any address in a text */
const ADDRESS = /https?:\/\/[^\s"'`<>()[\]{},]{4,200}/g
const LIES_AT =
  /^\s*["']?(?:repository(?:-code)?|homepage|url|source)["']?\s*[:=]\s*["']?(https?:\/\/[^\s"',]{4,200})/gim
/** files at the root that say of the whole where it lies */
const ABOUT = /^(?:citation\.cff|pyproject\.toml|setup\.(?:py|cfg)|package\.json|cargo\.toml)$/i

function placesIn({ texts }: Release, pages: readonly Document[], hosts: Hosts): Place[] {
  const found = new Map<string, Place>()
  const bases = new Set(pages.flatMap(page => statedIn(page, 'base_model').map(({ value }) => value.toLowerCase())))
  const add = (at: Place['at'], publisher: string | null, given: string | null, filed = false) => {
    const name = given?.replace(/[.,]+$/, '').replace(/\.git$/, '')
    if (!publisher || !name || bases.has(`${publisher}/${name}`.toLowerCase())) return
    const key = `${at} ${publisher}/${name}`.toLowerCase()
    const place = found.get(key) ?? { at, publisher, name, filed, times: 0 }
    place.times++
    place.filed ||= filed
    found.set(key, place)
  }
  const read = (address: string, filed = false) => {
    for (const at of ['code', 'model'] as const) {
      const { owner = null, name = null } = addressAt(hosts, at, address) ?? {}
      add(at, owner, name, filed)
    }
  }
  for (const { blocks } of pages)
    for (const { kind, text, links } of blocks.slice(0, BLOCKS)) {
      for (const { url, image } of links) {
        if (!image) read(url)
        const { owner = null, name = null } = image ? (addressAt(hosts, 'badge', url) ?? {}) : {}
        add('code', owner, name, true)
      }
      const words = text.slice(0, LONGEST)
      if (words.includes('://')) for (const [address] of words.matchAll(ADDRESS)) read(address)
      if (kind !== 'code') continue
      for (const [, one, other, another] of words.matchAll(LOADED)) {
        const [owner = null, name = null] = (one ?? other ?? another ?? '').split('/')
        add('model', owner, name)
      }
    }
  for (const { path, content } of texts.values())
    if (ABOUT.test(path))
      for (const [, address = ''] of content.slice(0, LONGEST).matchAll(LIES_AT)) read(address, true)
  return [...found.values()]
}
