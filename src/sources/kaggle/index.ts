import * as z from 'zod'
import { gather } from '../files/gather.ts'
import { beginningsOf } from '../hub/beginnings.ts'
import type { Client } from '../hub/http/client.ts'
import { askJson } from '../hub/http/json.ts'
import { HubTrouble } from '../hub/http/trouble.ts'
import { PAGES } from '../hub/limits.ts'
import { listingOf, type Tree } from '../hub/tree.ts'
import { ENTRIES } from '../limits.ts'
import { declaredFacts, sourceOf, strangerAt } from '../place.ts'
import type { HubFacts, Release } from '../release.ts'
import type { OpenOptions, Source } from '../source.ts'
import { type Address, readAddress } from './address.ts'

/**
 * A variation of a model at Kaggle (`kaggle:owner/model/framework/variation`), file by file, as its own client asks.
 */
export const kaggle: Source = sourceOf<Address>({
  id: 'kaggle',
  called: 'Kaggle',
  none: ['no model at Kaggle is named by', 'give kaggle:owner/model/framework/variation'],
  readAddress,
  read,
  explain,
  endpoint: ({ endpoint }) => endpoint,
})

/** what the model's page says of the model, and what it says of the variation, as files beside its own */
const CARD = 'MODEL_CARD.md'
const USAGE = 'VARIATION.md'

const Words = z.string().nullish().catch(null)
const Model = z.object({ description: Words })
const Instance = z.object({
  versionNumber: z.number().int().positive().nullish().catch(null),
  licenseName: Words,
  overview: Words,
  usage: Words,
  externalBaseModelUrl: Words,
  baseModelInstanceInformation: z
    .object({ owner: z.object({ slug: z.string().min(1) }), modelSlug: z.string().min(1) })
    .nullish()
    .catch(null),
})
type Instance = z.infer<typeof Instance>

async function read(address: Address, options: OpenOptions): Promise<Release> {
  const { endpoint, owner, model, framework, variation } = address
  const client = strangerAt(endpoint, options)
  const ofModel = `/api/v1/models/${owner}/${model}`
  const asked = `${ofModel}/${framework}/${variation}`
  const instance = await ask(client, `${asked}/get`, Instance)
  const version = address.version ?? instance.versionNumber ?? null
  if (version === null) throw new HubTrouble('it tells no version of the model')
  const tree = await listed(client, `${asked}/${version}/files`)
  const { description } = await ask(client, `${ofModel}/get`, Model)
  const sizes = new Map(tree.files.map(([path, size]) => [path, size]))
  const here = new Map(
    [[CARD, description ?? ''] as const, [USAGE, [instance.overview, instance.usage].join('\n\n').trim()] as const]
      .filter(([path, text]) => text !== '' && !sizes.has(path))
      .map(([path, text]) => [path, new TextEncoder().encode(text)]),
  )
  const told = [...here].map(([path, { length }]): Tree['files'][number] => [path, length, null])
  const listing = listingOf({ ...tree, files: [...tree.files, ...told] })
  const reader = beginningsOf(
    sizes,
    (path, asking) =>
      client.get(`${asked}/${version}/download/${path.split('/').map(encodeURIComponent).join('/')}`, asking),
    here,
  )
  return {
    name: model,
    publisher: owner,
    source: 'kaggle',
    place: `${endpoint}/models/${owner}/${model}/${framework}/${variation}/${version}`,
    revision: String(version),
    hub: factsOf(`${endpoint}${asked}/get`, instance),
    ...(await gather(listing, reader, options.signal)),
  }
}

/** What the variation declares stands where a hub's card would. */
function factsOf(api: string, { licenseName, externalBaseModelUrl, baseModelInstanceInformation }: Instance): HubFacts {
  const base = baseModelInstanceInformation
  const bases = [...(base ? [`${base.owner.slug}/${base.modelSlug}`] : []), externalBaseModelUrl ?? '']
  const named = bases.filter(one => one !== '')
  return declaredFacts(api, {
    ...(licenseName ? { license: licenseName } : {}),
    ...(named.length > 0 ? { base_model: named } : {}),
  })
}

async function ask<T>(client: Client, path: string, shape: z.ZodType<T>): Promise<T> {
  return (await askJson(client, path, shape, 'its own client understands')).data
}

const Files = z.object({
  files: z.array(z.object({ name: z.string().min(1), size: z.number().nonnegative().nullish().catch(null) })),
  nextPageToken: Words,
})

/** files of one page */
const PAGE = 100

/** Every file, page after page; a token that comes again is a circle. */
async function listed(client: Client, path: string): Promise<Tree> {
  const files: Tree['files'] = []
  const seen = new Set<string>()
  let token = ''
  for (let page = 0; page < PAGES && files.length < ENTRIES; page += 1) {
    const more = token === '' ? '' : `&page_token=${encodeURIComponent(token)}`
    const { files: some, nextPageToken } = await ask(client, `${path}?page_size=${PAGE}${more}`, Files)
    // the oldest answers begin a name with a slash
    for (const { name, size } of some) files.push([name.replace(/^\/+/, ''), size ?? null, null])
    token = nextPageToken ?? ''
    if (token === '') return { files, rest: null }
    if (seen.has(token)) return { files, rest: `page ${page + 2} of its files leads to one that was read` }
    seen.add(token)
  }
  return { files: files.slice(0, ENTRIES), rest: 'the model has too many files' }
}

function explain({ status }: HubTrouble, { endpoint }: Address): readonly [string, string] | null {
  const { host } = new URL(endpoint)
  if (status === 404) return [`no model at ${host} is called`, 'check owner, model, framework, variation and version']
  if (status === 401 || status === 403)
    return [`${host} gives to strangers nothing of`, 'give a folder that it was downloaded to']
  return null
}
