import { type Document, lineAt } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { NamedPlace, Release } from '../../sources/release.ts'
import { cite, type Metadata } from '../evidence.ts'
import { isPublishers } from '../publisher/owners.ts'

/** more names than this are counted */
const SHOWN = 6

/** an index of a publisher's work names hundreds */
const MOST = 100

/** in a link or as it stands */
const REPOSITORY = /https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100})/gi

/** a name of a data set at a hub */
const DATASET = /^\w[\w.-]{0,95}\/\w[\w.-]{0,95}$/

/**
 * What a repository at a hub names as part of itself, one step away: sets of training data, and the publisher's own
 * code.
 */
export function placesElsewhere(
  release: Release,
  documents: readonly Document[],
  metadata: Metadata,
  knowledge: Knowledge,
): NamedPlace[] {
  if (!release.hub) return []
  const data = metadata.datasets.flatMap(({ value, cited }): NamedPlace[] =>
    DATASET.test(value) ? [{ of: 'data', target: `hf:datasets/${value}`, cited }] : [],
  )
  const code = documents.flatMap(one => repositoriesIn(one, owner => isPublishers(owner, release, knowledge)))
  const named = new Map<string, NamedPlace>()
  for (const place of [...data, ...code]) if (!named.has(place.target)) named.set(place.target, place)
  return [...named.values()].slice(0, MOST)
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
export function notLookedAt(release: Release, places: readonly NamedPlace[]): string[] {
  const read = new Set(release.linked?.map(({ target }) => target))
  const left = places.filter(({ target }) => !read.has(target)).map(nameOf)
  const more = left.length > SHOWN ? ` and ${left.length - SHOWN} more` : ''
  return left.length === 0 ? [] : [`named here and not looked at: ${left.slice(0, SHOWN).join(', ')}${more}`]
}

const nameOf = ({ of, target }: NamedPlace) =>
  of === 'data' ? `dataset ${target.slice('hf:datasets/'.length)}` : target
