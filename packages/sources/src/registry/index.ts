import { NOTES } from '@unwash/core/release/limits'
import type { Release, UnreadFile } from '@unwash/core/release/release'
import { loadLegalFiles } from '@unwash/knowledge/load'
import * as z from 'zod'
import { type FileReader, gatherFiles, type Note } from '../files/gather.ts'
import { beginningsOf } from '../http/beginnings.ts'
import { type Client, clientOf } from '../http/client.ts'
import type { Asking, Fetched } from '../http/fetch.ts'
import { keptAs } from '../http/json.ts'
import { PATIENCE } from '../http/limits.ts'
import { HubTrouble } from '../http/trouble.ts'
import { type HubTree, listingOf } from '../hub/tree.ts'
import { declaredFacts, sourceOf } from '../place.ts'
import type { OpenOptions, Source } from '../source.ts'
import { type RegistryAddress, readAddress } from './address.ts'
import { ARCHIVE_BYTES, filesIn } from './archive.ts'
import { ACCEPTED, declaredIn, digestOf, type Layer, layersOf, type Manifest, readManifest } from './manifest.ts'

/** an answer of a token service */
const TOKEN_BYTES = 64 * 1024

/**
 * A client of one registry. Where it asks for a token, an anonymous one is fetched from the place it names, once, and
 * only over
 * an encrypted connection or on this machine: nothing of the user's is sent.
 */
function registryClient(endpoint: string, options: OpenOptions): Client {
  const settings = { patience: PATIENCE, signal: options.signal, tell: options.tell, pace: options.pace }
  let client = clientOf({ endpoint, token: null, ...settings })
  let asked = false
  const get = async (path: string, asking: Asking): Promise<Fetched> => {
    try {
      return await client.get(path, asking)
    } catch (error) {
      if (asked || !(error instanceof HubTrouble) || error.status !== 401 || error.challenge === null) throw error
      asked = true
      const service = tokenAddress(error.challenge, endpoint)
      if (service === null) throw error
      const answer = await clientOf({ endpoint: service.origin, token: null, ...settings }).get(
        `${service.pathname}${service.search}`,
        { most: TOKEN_BYTES },
      )
      client = clientOf({ endpoint, token: tokenIn(answer.bytes), ...settings })
      return client.get(path, asking)
    }
  }
  return { endpoint, hasToken: false, get }
}

/**
 * `Bearer realm="https://…",service="…",scope="…"`, as the distribution specification's token authentication has it.
 */
function tokenAddress(challenge: string, endpoint: string): URL | null {
  if (!/^Bearer\s/i.test(challenge)) return null
  const said = new Map(
    [...challenge.slice(0, 4_000).matchAll(/(\w+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, value] as const,
    ),
  )
  const realm = said.get('realm') ?? ''
  if (!URL.canParse(realm)) return null
  const url = new URL(realm)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && endpoint.startsWith('http:'))) return null
  for (const key of ['service', 'scope']) {
    const value = said.get(key)
    if (value) url.searchParams.set(key, value)
  }
  return url
}

const Token = z.union([z.object({ token: z.string() }), z.object({ access_token: z.string() })])

function tokenIn(bytes: Uint8Array): string {
  const given = keptAs(Token, bytes) ?? { token: '' }
  const token = 'token' in given ? given.token : given.access_token
  if (/^\S+$/.test(token)) return token
  throw new HubTrouble('the registry asks for a token, and the place it names gives none', { status: 401 })
}

/**
 * A model in a registry: Ollama's (`ollama:name:tag`), or any that keeps ModelPack artifacts (`oci://host/name:tag`).
 */
export const registry: Source = sourceOf<RegistryAddress>({
  id: 'registry',
  called: 'a registry',
  none: ['no model in a registry is named by', 'give ollama:name:tag'],
  readAddress,
  read,
  explain,
  endpoint: ({ endpoint }) => endpoint,
})

/**
 * manifests and configurations are small: 4 MiB is the least that the distribution specification has registries take
 */
const MANIFEST_BYTES = 4 * 1024 * 1024

async function read(address: RegistryAddress, options: OpenOptions): Promise<Release> {
  const client = registryClient(address.endpoint, options)
  const { manifest, digest, notes } = await manifestAt(address, client, address.reference)
  const blob = (one: { readonly digest: string }) => `/v2/${address.repository}/blobs/${one.digest}`
  const config = manifest.config && manifest.config.size <= MANIFEST_BYTES ? manifest.config : null
  const said = declaredIn(manifest, config && (await whole(client, blob(config), config)), loadLegalFiles())
  const { files, unpacked, unread } = await unpack(layersOf(manifest), client, blob)
  const byPath = new Map(files.map(layer => [layer.path, layer]))
  const tree: HubTree = {
    files: [
      ...files.map((layer): HubTree['files'][number] => [layer.path, layer.size, layer.digest.slice('sha256:'.length)]),
      ...[...unpacked].map(([path, bytes]): HubTree['files'][number] => [path, bytes.length, null]),
    ],
    rest: null,
  }
  const listing = listingOf(tree)
  const begun = beginningsOf(
    tree.files,
    (path, asking) => client.get(blob(byPath.get(path) ?? { digest: '' }), asking),
    unpacked,
  )
  const reader: FileReader = {
    async head(path, most) {
      const layer = unpacked.has(path) ? undefined : byPath.get(path)
      if (layer === undefined || layer.size > most) return begun.head(path, most)
      return { bytes: await whole(client, blob(layer), layer), size: layer.size }
    },
  }
  const gathered = await gatherFiles(
    { ...listing, unread: [...(listing.unread ?? []), ...unread] },
    reader,
    options.signal,
  )
  const steps = address.repository.split('/')
  const name = steps.at(-1) ?? ''
  // whose account it is, the place says: a vendor may call itself as it likes
  const publisher = steps.length > 1 ? (steps[0] ?? null) : null
  const api = `${address.endpoint}/v2/${address.repository}/manifests/${digest}`
  return {
    name,
    publisher,
    source: 'registry',
    place: address.page ?? `${address.endpoint}/${address.repository}`,
    revision: digest,
    ...gathered,
    complete: gathered.complete && unread.length === 0,
    ...(Object.keys(said).length > 0 ? { hub: declaredFacts(api, said) } : {}),
    notes: [...notes, ...gathered.notes].slice(0, NOTES),
  }
}

async function manifestAt(
  address: RegistryAddress,
  client: Client,
  reference: string,
): Promise<{ readonly manifest: Manifest; readonly digest: string; readonly notes: readonly Note[] }> {
  const path = `/v2/${address.repository}/manifests/${reference}`
  const { bytes, cut } = await client.get(path, { most: MANIFEST_BYTES, accept: ACCEPTED })
  if (cut) throw new HubTrouble('its manifest is larger than registries take')
  const digest = digestOf(bytes)
  if (reference.startsWith('sha256:') && digest !== reference)
    throw new HubTrouble('the registry gives another manifest than the one of that digest')
  const read = readManifest(bytes)
  if (!('index' in read)) return { manifest: read, digest, notes: [] }
  const [first = '', ...others] = read.index
  const says = `it is an index of ${others.length + 1} manifests, of which the first was read`
  // an index leads to manifests, and no further
  if (reference === first) throw new HubTrouble('its index leads to itself')
  const inside = await manifestAt({ ...address, reference: first }, client, first)
  return { ...inside, notes: [...(others.length > 0 ? [{ says }] : []), ...inside.notes].slice(0, 3) }
}

/** A blob that fits, checked against its digest. */
async function whole(
  client: Client,
  path: string,
  { digest, size }: { digest: string; size: number },
): Promise<Uint8Array> {
  const { bytes } = await client.get(path, { most: size + 1 })
  if (bytes.length !== size || digestOf(bytes) !== digest)
    throw new HubTrouble('the registry gives other bytes than those of its digest')
  return bytes
}

interface Unpacked {
  /** layers that are files */
  readonly files: readonly Layer[]
  /** files that were in archives of texts and settings */
  readonly unpacked: ReadonlyMap<string, Uint8Array>
  readonly unread: readonly UnreadFile[]
}

/**
 * Archives of texts are unpacked; of weights the archive is the file. What could not be unpacked may hold a license.
 */
async function unpack(layers: readonly Layer[], client: Client, blob: (layer: Layer) => string): Promise<Unpacked> {
  const files: Layer[] = []
  const unpacked = new Map<string, Uint8Array>()
  const unread: UnreadFile[] = []
  let archives = 0
  for (const layer of layers) {
    const texts = layer.archive !== null && !/^weight\.tar|safetensors|gguf/.test(layer.path)
    if (texts && (++archives > ARCHIVES || unpacked.size > ENTRIES_IN_ALL || heldBy(unpacked) > BYTES_IN_ALL)) {
      files.push(layer)
      unread.push({ path: `${layer.path}/`, why: 'too-many', says: FULL })
      continue
    }
    const small = layer.size <= ARCHIVE_BYTES && layer.archive !== 'other'
    const inside = texts && small ? filesIn(await whole(client, blob(layer), layer), layer.archive, layer.path) : null
    if (inside === null) files.push(layer)
    if (texts && inside === null)
      unread.push({ path: `${layer.path}/`, why: 'failed', says: 'is an archive that could not be unpacked' })
    for (const [path, bytes] of inside?.files ?? []) unpacked.set(path, bytes)
    unread.push(...(inside?.unread ?? []))
  }
  return { files, unpacked, unread }
}

/** archives of one artifact, each a request of its own; what they hold in all, in entries and in bytes */
const ARCHIVES = 200
const ENTRIES_IN_ALL = 10_000
const BYTES_IN_ALL = 8 * ARCHIVE_BYTES
const FULL = 'was not unpacked: the archives before it are as much as is unpacked of one release'

/** The bytes that are held by what was unpacked: of an archive all, as long as one of its files is kept. */
const heldBy = (unpacked: ReadonlyMap<string, Uint8Array>) =>
  [...new Set([...unpacked.values()].map(({ buffer }) => buffer))].reduce((sum, { byteLength }) => sum + byteLength, 0)

function explain(
  { status }: HubTrouble,
  { endpoint, repository, reference }: RegistryAddress,
): readonly [string, string] | null {
  const { host } = new URL(endpoint)
  if (status === 404)
    return [
      `no model "${repository}" with the tag or digest ${reference} at ${host}, as asked for by`,
      'check the name and the tag',
    ]
  if (status === 401 || status === 403)
    return [`${host} gives to strangers nothing of`, 'give a model that anybody may pull']
  return null
}
