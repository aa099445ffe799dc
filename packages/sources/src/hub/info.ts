import * as z from 'zod'
import { COMMIT } from '../hash.ts'
import type { Client } from '../http/client.ts'
import { json, maybe } from '../http/json.ts'
import { JSON_BYTES } from '../http/limits.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { HubAddress } from './address.ts'
import { TAGS } from './limits.ts'

/** What the Hub allows as the name of a repository. */
export const ID = /^\w[\w.-]{0,95}(?:\/\w[\w.-]{0,95})?$/

/** What is asked of a repository: no more than is used. */
export const FIELDS = {
  model: 'sha gated disabled tags cardData pipeline_tag library_name baseModels siblings createdAt',
  dataset: 'sha gated disabled tags cardData siblings createdAt',
} as const

const texts = z.array(z.string())

/** The hub's answer; what is missing or of another shape says nothing, but for the commit. */
const Info = z.object({
  id: maybe(z.string().regex(ID)),
  sha: z.string().regex(COMMIT),
  gated: maybe(z.union([z.boolean(), z.string()])),
  disabled: maybe(z.boolean()),
  tags: texts.catch([]),
  cardData: z.record(z.string(), z.unknown()).catch({}),
  pipeline_tag: maybe(z.string()),
  library_name: maybe(z.string()),
  createdAt: maybe(z.iso.datetime({ offset: true })),
  siblings: maybe(z.array(z.object({ rfilename: z.string() }))),
  baseModels: maybe(z.object({ relation: maybe(z.string()), models: z.array(z.object({ id: z.string() })) })),
})

/** A repository as the hub's API tells of it. */
export interface Info {
  /** what it is called now: a renamed one answers to its old name too; null where the hub does not say */
  readonly id: string | null
  readonly sha: string
  readonly gated: 'auto' | 'manual' | null
  readonly disabled: boolean
  readonly tags: readonly string[]
  readonly card: Readonly<Record<string, unknown>>
  readonly task: string | null
  readonly library: string | null
  /** paths of its files; null where the hub does not say */
  readonly files: readonly string[] | null
  readonly bases: readonly string[]
  /** how it was made from them */
  readonly relation: string | null
  /** the ISO day on which it was put there */
  readonly published: string | null
}

/** The path of a repository at the API. */
export const apiPath = ({ kind, id }: Pick<HubAddress, 'kind' | 'id'>) => `/api/${kind}s/${id}`

/** Asks for a repository at a revision; the bytes are kept as they came. */
export async function askInfo(client: Client, address: HubAddress, revision: string | null): Promise<Uint8Array> {
  const at = revision === null ? '' : `/revision/${encodeURIComponent(revision)}`
  const fields = FIELDS[address.kind].split(' ').map(field => `expand=${field}`)
  const { bytes, cut } = await client.get(`${apiPath(address)}${at}?${fields.join('&')}`, { most: JSON_BYTES })
  if (cut) throw new HubTrouble('what the hub says of it is too long')
  return bytes
}

/** Reads what the hub says of a repository. Throws `HubTrouble` where that is no such answer. */
export function readInfo(bytes: Uint8Array): Info {
  const read = Info.safeParse(json(bytes))
  if (!read.success) throw new HubTrouble('it answers with something else than what it knows of a repository')
  const { gated, tags, cardData, baseModels, siblings, ...info } = read.data
  const related = tags.slice(0, TAGS).flatMap(tag => {
    const [, relation, id] = /^base_model:(\w{3,20}):([\w.-]{1,96}\/[\w.-]{1,96})$/.exec(tag) ?? []
    return relation && id ? [{ relation, id }] : []
  })
  return {
    id: info.id ?? null,
    sha: info.sha,
    gated: gated === 'manual' ? 'manual' : gated === true || gated === 'auto' ? 'auto' : null,
    disabled: info.disabled === true,
    tags: tags.slice(0, TAGS),
    card: cardData,
    task: info.pipeline_tag ?? null,
    library: info.library_name ?? null,
    files: siblings?.map(({ rfilename }) => rfilename) ?? null,
    bases: [...new Set(baseModels?.models.map(({ id }) => id) ?? related.map(({ id }) => id))],
    relation: baseModels?.relation ?? related[0]?.relation ?? null,
    published: info.createdAt?.slice(0, 10) ?? null,
  }
}
