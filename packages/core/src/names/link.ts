import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import { decoded } from '../text/address.ts'
import { type ResolvedLicense, resolveId, resolveWords } from './resolved.ts'

/** longer than any address of a license text; an address is foreign input */
const LONGEST_ADDRESS = 500

/**
 * The license whose text stands at an address: one that a license's file lists, or a directory page ending in its id.
 */
export function resolveLink(url: string, knowledge: Knowledge): ResolvedLicense | null {
  if (url.length > LONGEST_ADDRESS) return null
  const address = addressOf(url)
  const links = linksOf(knowledge)
  // from the whole address up, one path segment at a time
  for (let end = address.length; end > 0; end = address.lastIndexOf('/', end - 1)) {
    const id = links.get(address.slice(0, end))
    if (id !== undefined) return resolveId(id, null, knowledge)
  }
  for (const directory of knowledge.directories) {
    if (!address.startsWith(directory.address)) continue
    const last = address.slice(directory.address.length).split('/')[0] ?? ''
    const found = resolveWords(last.replace(/\.(?:html?|php|txt|json)$/, ''), knowledge)
    if (found) return found
  }
  return null
}

/** Compares addresses without scheme, `www.`, case, escapes, query, fragment and a final slash or suffix. */
function addressOf(url: string): string {
  const bare = url
    .trim()
    .replace(/^[a-z]{2,6}:\/\//i, '')
    .replace(/^www\./i, '')
    .split(/[?#]/, 1)[0]
  return decoded(bare ?? '')
    .toLowerCase()
    .replace(/\/$/, '')
    .replace(/\.(?:html?|php|txt|md)$/, '')
}

const linksOf = once(
  ({ licenses }: Knowledge): ReadonlyMap<string, string> =>
    new Map([...licenses.values()].flatMap(({ links, id }) => links.map(link => [addressOf(link), id] as const))),
)
