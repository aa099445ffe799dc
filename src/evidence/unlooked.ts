import type { Document } from '../documents/index.ts'
import type { Release } from '../sources/release.ts'
import type { Metadata } from './evidence.ts'
import { sameOwner } from './links.ts'

/** more names than this are counted */
const SHOWN = 6

/** characters of a document that are looked through; what is longer is a catalog */
const LOOKED = 200_000

/** in a link or as it stands */
const REPOSITORY = /https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100})/gi

/** What a repository at a hub names as part of itself, one step away, and was not looked at: datasets, and the publisher's own code. */
export function notLookedAt({ hub, publisher }: Release, documents: readonly Document[], metadata: Metadata): string[] {
  if (!hub) return []
  const datasets = metadata.datasets.map(({ value }) => `dataset ${value}`)
  const code = documents.flatMap(({ text }) =>
    [...text.content.slice(0, LOOKED).matchAll(REPOSITORY)].flatMap(([, owner = '', name = '']) =>
      publisher !== null && sameOwner(owner, publisher)
        ? [`https://github.com/${owner}/${name.replace(/\.+$/, '').replace(/\.git$/, '')}`]
        : [],
    ),
  )
  const named = [...new Set([...datasets, ...code])]
  const more = named.length > SHOWN ? ` and ${named.length - SHOWN} more` : ''
  return named.length === 0 ? [] : [`named here and not looked at: ${named.slice(0, SHOWN).join(', ')}${more}`]
}
