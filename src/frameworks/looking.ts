import type { Document } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { cite } from '../evidence/evidence.ts'
import { sameFamily, sameOwner } from '../evidence/links.ts'
import type { Citation, Cited } from '../report.ts'

/** Where was looked in vain: the listing and the documents read. */
export function looked(evidence: Evidence): Cited {
  const names = evidence.documents.slice(0, 8).map(document => document.path)
  return cite({ looked: [`${evidence.release.files.length} file names`, ...names] })
}

/** Whether not finding something here says that it is not given here: the listing is whole and there was something to read. */
export const canShowAbsence = (evidence: Evidence): boolean =>
  evidence.release.complete && evidence.documents.length > 0

/** addresses of a repository of code: host, owner, name */
const REPOSITORY =
  /^(?:https?:)?\/\/(?:www\.)?(?:github\.com|gitlab\.com|gitee\.com|codeberg\.org|bitbucket\.org)\/([\w.-]{1,100})\/([\w.-]{1,100})/i
/** words beside a link that say the code of this very release is there */
const OF_THIS =
  /\b(?:code|repositor(?:y|ies)|repo|github|project|source|codebase|training|implementation)\b|代码|仓库|项目/i

const found = new WeakMap<Evidence, Citation | null>()

/** A link to another code repository of the publisher, which was not looked at: what is absent here may be there. */
export function otherRepository(evidence: Evidence): Citation | null {
  const ready = found.get(evidence)
  if (ready !== undefined) return ready
  const link =
    evidence.documents
      .slice(0, 3)
      .map(document => repositoryIn(document, evidence))
      .find(link => link !== null) ?? null
  found.set(evidence, link)
  return link
}

const sameAddress = (one: string, other: string) =>
  other
    .toLowerCase()
    .replace(/\.git$/, '')
    .startsWith(one.toLowerCase())

function repositoryIn(document: Document, { release }: Evidence): Citation | null {
  for (const block of document.blocks)
    for (const link of block.links) {
      const address = REPOSITORY.exec(link.url)
      const [, owner = '', name = ''] = address ?? []
      if (!address || link.image || /citation|acknowledg|related|credits/i.test(block.headings.at(-1) ?? '')) continue
      const bare = name.replace(/\.git$/, '')
      const own = release.publisher !== null && sameOwner(owner, release.publisher)
      // this very repository, by another address
      if (bare.toLowerCase() === release.name.toLowerCase() && release.source !== 'hub' && own) continue
      const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 80), link.end + 40)}`
      if (release.linked?.some(({ target }) => sameAddress(target, link.url))) continue
      if (!OF_THIS.test(around) || !(own || sameFamily(bare, release.name))) continue
      return { url: link.url, path: document.path, line: link.line }
    }
  return null
}
