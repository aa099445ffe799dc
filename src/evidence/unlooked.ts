import type { Document } from '../documents/index.ts'
import type { Release } from '../sources/release.ts'
import type { Metadata } from './evidence.ts'
import { sameOwner } from './links.ts'

/** more names than this are counted */
const SHOWN = 6

/** How many of a card's links are looked through; a longer card is a catalog. */
const LINKS = 2_000

const REPOSITORY = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100})/i

/** What a repository at a hub names as part of itself, one step away, and was not looked at: datasets, and the publisher's own code. */
export function notLookedAt({ hub, publisher }: Release, documents: readonly Document[], metadata: Metadata): string[] {
  if (!hub) return []
  const datasets = metadata.datasets.map(({ value }) => `dataset ${value}`)
  const links = documents.flatMap(({ blocks }) => blocks.flatMap(block => block.links)).slice(0, LINKS)
  const code = links.flatMap(({ url }) => {
    const [, owner, name] = REPOSITORY.exec(url) ?? []
    const own = owner && name && publisher && sameOwner(owner, publisher)
    return own ? [`https://github.com/${owner}/${name.replace(/\.git$/, '')}`] : []
  })
  const named = [...new Set([...datasets, ...code])]
  const more = named.length > SHOWN ? ` and ${named.length - SHOWN} more` : ''
  return named.length === 0 ? [] : [`named here and not looked at: ${named.slice(0, SHOWN).join(', ')}${more}`]
}
