import type { Document } from '../../documents/index.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report/report.ts'
import type { Release } from '../../sources/release.ts'
import { hearing } from '../signs.ts'
import { isPublishers, sameFamily } from './owners.ts'

/** A link to another code repository of the publisher: what is absent here may be there. */
export function otherRepository(
  documents: readonly Document[],
  release: Release,
  knowledge: Knowledge,
): Citation | null {
  const hear = hearing(knowledge)
  for (const document of documents.slice(0, 3))
    for (const block of document.blocks)
      for (const link of block.links) {
        if (link.image || hear(block.headings.at(-1) ?? '').says('release.thanks')) continue
        // what was read is known
        if (release.linked?.some(({ target }) => isSame(target, link.url))) continue
        const { owner = null, name = null } = addressAt(knowledge.hosts, 'code', link.url) ?? {}
        if (!owner || !name) continue
        const bare = name.replace(/\.git$/, '')
        const own = isPublishers(owner, release, knowledge)
        // this very repository, by another address
        if (bare.toLowerCase() === release.name.toLowerCase() && release.source !== 'hub' && own) continue
        const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 80), link.end + 40)}`
        if (hear(around).says('release.code') && (own || sameFamily(bare, release.name)))
          return { url: link.url, path: document.path, line: link.line }
      }
  return null
}

const isSame = (read: string, url: string): boolean => url.toLowerCase().startsWith(read.toLowerCase())
