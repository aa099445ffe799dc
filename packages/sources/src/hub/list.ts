import * as z from 'zod'
import { COMMIT } from '../hash.ts'
import type { Client } from '../http/client.ts'
import { askJson, jsonBytes, maybe } from '../http/json.ts'
import { JSON_BYTES } from '../http/limits.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { OpenOptions } from '../source.ts'
import { cacheFolder, cacheIn } from './cache.ts'
import { hubClient } from './endpoint.ts'
import { FIELDS, ID } from './info.ts'
import { placeAt } from './kept.ts'
import { keepInfo } from './pin.ts'
import { explainList } from './say.ts'

/** What the models of a hub are filtered and sorted by: the hub's own words. */
export const FILTERS: readonly string[] = ['author', 'search', 'filter', 'pipeline_tag', 'gated', 'sort', 'direction']

/** A model as a hub lists it. */
interface Listed {
  readonly target: string
  readonly facts: {
    readonly downloads: number | null
    readonly likes: number | null
    readonly createdAt: string | null
  }
}

const ListedRow = z.object({
  id: z.string().regex(ID),
  sha: maybe(z.string().regex(COMMIT)),
  downloads: maybe(z.number().nonnegative()),
  likes: maybe(z.number().nonnegative()),
  createdAt: maybe(z.string()),
})

/** rows of one page: a row has all that is asked of a repository, down to the names of its files */
const PAGE = 100

/**
 * Lists models of the hub that `HF_ENDPOINT` names, page after page, each once. Throws an UnwashError where it cannot.
 */
export async function* listModels(
  query: Readonly<Record<string, string>>,
  limit: number,
  options: Pick<OpenOptions, 'signal' | 'tell'>,
): AsyncIterable<Listed> {
  const client = hubClient(options)
  const cache = cacheIn(cacheFolder(process.env))
  const asked = new URLSearchParams(query)
  for (const field of [...FIELDS.model.split(' '), 'downloads', 'likes']) asked.append('expand', field)
  // the other way round nobody wants it
  if (asked.has('sort') && !asked.has('direction')) asked.set('direction', '-1')
  asked.set('limit', String(Math.min(PAGE, limit)))
  const seen = new Set<string>()
  let next: string | null = `/api/models?${asked}`
  while (next !== null && seen.size < limit) {
    const page = await askPage(client, next)
    for (const { row, bytes } of page.rows) {
      const { id, sha, downloads, likes, createdAt } = row
      if (seen.has(id) || seen.size >= limit) continue
      seen.add(id)
      // what a list says of a repository is not asked for again
      if (sha) await keepInfo(cache, placeAt(client.endpoint, { kind: 'model', id }), sha, bytes)
      const facts = { downloads: downloads ?? null, likes: likes ?? null, createdAt: createdAt ?? null }
      yield { target: `hf:${id}${sha ? `@${sha}` : ''}`, facts }
    }
    // a page without rows would be asked for again and again
    next = page.rows.length > 0 ? page.next : null
  }
}

async function askPage(client: Client, path: string) {
  try {
    const answer = await askJson(client, path, z.array(z.unknown()), 'a list of models')
    // a row of another shape names nothing that could be read
    const read = answer.data.flatMap(one => {
      const row = ListedRow.safeParse(one).data
      return row ? [{ row, bytes: jsonBytes(one) }] : []
    })
    if (answer.lost) throw new HubTrouble("the rest of the list is at another place than the hub's")
    return { rows: read, next: answer.next }
  } catch (error) {
    throw explainList(error, client.endpoint)
  }
}

/** Whether an account of the hub is an organization's or a person's; `unknown` where it does not say. */
export async function accountKind(
  name: string,
  options: Pick<OpenOptions, 'signal' | 'tell'>,
): Promise<'organization' | 'person' | 'unknown'> {
  if (!/^\w[\w.-]{0,95}$/.test(name)) return 'unknown'
  const client = hubClient(options)
  for (const [kind, path] of [
    ['organization', 'organizations'],
    ['person', 'users'],
  ] as const) {
    try {
      await client.get(`/api/${path}/${name}/overview`, { most: JSON_BYTES })
      return kind
    } catch (error) {
      if (!(error instanceof HubTrouble) || error.status !== 404) {
        options.signal?.throwIfAborted()
        return 'unknown'
      }
    }
  }
  return 'unknown'
}
