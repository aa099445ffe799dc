import type { Document } from '../documents/index.ts'
import { addressAt, type Hosts } from '../knowledge/hosts.ts'
import type { Citation } from '../report.ts'
import type { Release } from '../sources/release.ts'
import { sameFamily, sameOwner } from './links.ts'

/** words beside a link that say the code of this very release is there */
const OF_THIS =
  /\b(?:code|repositor(?:y|ies)|repo|github|project|source|codebase|training|implementation)\b|代码|仓库|项目/i
const THANKS = /citation|acknowledg|related|credits/i

/** A link to another code repository of the publisher: what is absent here may be there. */
export function otherRepository(documents: readonly Document[], release: Release, hosts: Hosts): Citation | null {
  for (const document of documents.slice(0, 3))
    for (const block of document.blocks)
      for (const link of block.links) {
        if (link.image || THANKS.test(block.headings.at(-1) ?? '')) continue
        // what was read is known
        if (release.linked?.some(({ target }) => isSame(target, link.url))) continue
        const { owner = null, name = null } = addressAt(hosts, 'code', link.url) ?? {}
        if (!owner || !name) continue
        const bare = name.replace(/\.git$/, '')
        const own = release.publisher !== null && sameOwner(owner, release.publisher)
        // this very repository, by another address
        if (bare.toLowerCase() === release.name.toLowerCase() && release.source !== 'hub' && own) continue
        const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 80), link.end + 40)}`
        if (OF_THIS.test(around) && (own || sameFamily(bare, release.name)))
          return { url: link.url, path: document.path, line: link.line }
      }
  return null
}

const isSame = (read: string, url: string): boolean => url.toLowerCase().startsWith(read.toLowerCase())
