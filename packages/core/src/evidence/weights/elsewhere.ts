import { type Document, lineAt } from '../../documents/index.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { NamedPlace, Release } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import { cite, type Metadata } from '../evidence.ts'
import { type Publisher, sameFamily } from '../publisher/owners.ts'
import { hearing } from '../signs.ts'

/** more names than this are counted */
const NAMES_SHOWN = 6

/** an index of a publisher's work names hundreds */
const MOST_PLACES = 100

/** in a link or as it stands */
const REPOSITORY = /https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100})/gi

/** a name of a data set at a hub */
const DATASET = /^\w[\w.-]{0,95}\/\w[\w.-]{0,95}$/

/**
 * What a repository at a hub names as part of itself, one step away: sets of training data, and the publisher's own
 * code.
 */
export function placesElsewhere(documents: readonly Document[], metadata: Metadata, who: Publisher): NamedPlace[] {
  const data = metadata.datasets.flatMap(({ value, cited }): NamedPlace[] =>
    DATASET.test(value) ? [{ of: 'data', target: `hf:datasets/${value}`, cited }] : [],
  )
  const code = documents.flatMap(one => repositoriesIn(one, who.isOwner))
  const named = new Map<string, NamedPlace>()
  for (const place of [...data, ...code]) if (!named.has(place.target)) named.set(place.target, place)
  return [...named.values()].slice(0, MOST_PLACES)
}

function repositoriesIn(document: Document, isOwner: (account: string) => boolean): NamedPlace[] {
  return document.blocks.flatMap(block => {
    const links = block.links.map(({ url, line }) => ({ url, line }))
    const bare = block.text.includes('github.com/')
      ? [...block.text.matchAll(REPOSITORY)].map(match => ({ url: match[0], line: lineAt(block, match.index) }))
      : []
    return [...links, ...bare].flatMap(({ url, line }): NamedPlace[] => {
      const [match] = url.matchAll(REPOSITORY)
      const [, owner = '', name = ''] = match ?? []
      const bareName = name.replace(/\.+$/, '').replace(/\.git$/, '')
      if (owner === '' || bareName === '' || !isOwner(owner)) return []
      const target = `https://github.com/${owner}/${bareName}`
      return [{ of: 'code', target, cited: cite({ url, path: document.path, line }) }]
    })
  })
}

/** Of these, what was not looked at, in words. */
export function notLookedAt(linked: Release['linked'], places: readonly NamedPlace[]): string[] {
  const read = new Set(linked?.map(({ target }) => target))
  const left = places.filter(({ target }) => !read.has(target)).map(nameOfPlace)
  const more = left.length > NAMES_SHOWN ? ` and ${left.length - NAMES_SHOWN} more` : ''
  return left.length === 0 ? [] : [`named here and not looked at: ${left.slice(0, NAMES_SHOWN).join(', ')}${more}`]
}

const nameOfPlace = ({ of, target }: NamedPlace) =>
  of === 'data' ? `dataset ${target.slice('hf:datasets/'.length)}` : target

/** A link to another code repository of the publisher: what is absent here may be there. */
export function otherRepository(
  documents: readonly Document[],
  { linked, source }: Pick<Release, 'linked' | 'source'>,
  who: Publisher,
  knowledge: Knowledge,
): Citation | null {
  const hear = hearing(knowledge)
  for (const document of documents.slice(0, 3))
    for (const block of document.blocks)
      for (const link of block.links) {
        if (link.image || hear(block.headings.at(-1) ?? '').says('release.thanks')) continue
        // what was read is known
        if (linked?.some(({ target }) => isSame(target, link.url))) continue
        const { owner = null, name = null } = addressAt(knowledge.hosts, 'code', link.url) ?? {}
        if (!owner || !name) continue
        const bare = name.replace(/\.git$/, '')
        const own = who.isOwner(owner)
        // this very repository, by another address
        if (bare.toLowerCase() === who.name.toLowerCase() && source !== 'hub' && own) continue
        const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 80), link.end + 40)}`
        if (hear(around).says('release.code') && (own || sameFamily(bare, who.name)))
          return { url: link.url, path: document.path, line: link.line }
      }
  return null
}

const isSame = (read: string, url: string): boolean => url.toLowerCase().startsWith(read.toLowerCase())
