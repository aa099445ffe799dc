import { limitTo } from '@unwash/core/at-once'
import { invalid } from '@unwash/core/error'
import { NOTES } from '@unwash/core/release/limits'
import type { HubBase, HubFacts, Release } from '@unwash/core/release/release'
import { Hub } from '@unwash/core/release/saved'
import * as z from 'zod'
import { gatherFiles, type Listing, type Note } from '../files/gather.ts'
import { COMMIT } from '../hash.ts'
import type { Client } from '../http/client.ts'
import { type AnsweredJson, askJson, jsonBytes, keptAs } from '../http/json.ts'
import { HubTrouble, isRefusal } from '../http/trouble.ts'
import type { OpenOptions, Source } from '../source.ts'
import { type HubAddress, readAddress } from './address.ts'
import { cacheFolder, cacheIn } from './cache.ts'
import { endpointOf, hubClient, namedEndpoint } from './endpoint.ts'
import { hubReaderOf } from './files.ts'
import { apiPath, askInfo, type Info, readInfo } from './info.ts'
import { type KeptRepository, keptAt, placeAt } from './kept.ts'
import { AT_ONCE, BASES, CARD_VALUE, CARD_VALUES, LISTING_PAGES } from './limits.ts'
import { pin } from './pin.ts'
import { explain, isUnknown, somethingElse } from './say.ts'
import { askTree, HubTree, listingOf, withNamed } from './tree.ts'

const KEPT = 'bases.json'

const { bases: Bases } = Hub.shape

/** What was found out of a repository's bases, and in words what was not. */
interface BasesSeen {
  readonly bases: readonly HubBase[]
  readonly notes: readonly string[]
}

/**
 * Looks up the models a repository says it starts from, one step back: what the hub says of their license. A base moves
 * on while this commit stays, so the day is kept with the answer.
 */
async function lookUpBases(
  info: Info,
  own: string,
  endpoint: string,
  client: Client | null,
  kept: KeptRepository,
): Promise<BasesSeen> {
  const named = namedBases(info, own)
  if (named.length === 0) return { bases: [], notes: [] }
  const before = keptAs(Bases, await kept.read(KEPT))
  if (before !== null) return { bases: before, notes: notFound(before) }
  const unseen = (model: string): HubBase => ({
    model,
    api: `${endpoint}${apiPath({ kind: 'model', id: model })}`,
    seenOn: null,
    license: null,
    licenseName: null,
  })
  if (client === null) {
    return { bases: named.map(unseen), notes: [`offline: not looked up: ${named.join(', ')}`] }
  }
  const bases: HubBase[] = named.map(unseen)
  const notes: string[] = []
  const room = limitTo(AT_ONCE)
  const ask = async (model: string, at: number) => {
    try {
      bases[at] = { ...unseen(model), ...(await lookUp(client, model)) }
    } catch (error) {
      if (!(error instanceof HubTrouble)) throw error
      if (error.status !== 404 && error.status !== 401)
        notes.push(`the base ${model} could not be looked up: ${error.message}`)
    }
  }
  await Promise.all(named.slice(0, BASES).map((model, at) => room.through(() => ask(model, at))))
  if (notes.length === 0) await kept.write(KEPT, jsonBytes(bases))
  return { bases, notes: [...notes, ...(notes.length === 0 ? notFound(bases) : [])] }
}

async function lookUp(client: Client, model: string): Promise<Partial<HubBase>> {
  const { card, tags } = readInfo(
    await askInfo(client, { kind: 'model', id: model, revision: null, below: null }, null),
  )
  const license = first(card.license) ?? tags.find(tag => tag.startsWith('license:'))?.slice('license:'.length) ?? null
  return { seenOn: new Date().toISOString().slice(0, 10), license, licenseName: first(card.license_name) }
}

const first = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? one.trim().slice(0, 200) : null
}

/** By what the hub found out, else by what the card says. */
function namedBases({ bases, card }: Info, own: string): readonly string[] {
  const said: unknown = card.base_model
  const stated = (Array.isArray(said) ? said : [said]).filter(one => typeof one === 'string')
  const all = bases.length > 0 ? bases : stated
  return [...new Set(all)].filter(id => /^\w[\w.-]{0,95}\/\w[\w.-]{0,95}$/.test(id) && id !== own).slice(0, BASES * 8)
}

const notFound = (bases: readonly HubBase[]) => {
  const missing = bases.slice(0, BASES).filter(({ seenOn }) => seenOn === null)
  const more = bases.length - BASES
  return [
    ...(missing.length > 0
      ? [`no such base was found at the hub: ${missing.map(({ model }) => model).join(', ')}`]
      : []),
    ...(more > 0 ? [`${more} more bases are named and were not looked up`] : []),
  ]
}

/** A model or dataset at the Hugging Face Hub, or at the hub that `HF_ENDPOINT` names, read file by file. */
export const hub: Source = { id: 'hub', accepts, open }

async function accepts(target: string): Promise<boolean> {
  return (await readAddress(target, namedEndpoint(process.env))) !== null
}

async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  const endpoint = endpointOf(process.env)
  const address = await readAddress(target, endpoint)
  if (address === null) throw invalid('no model or dataset is named by', target, 'give hf:org/model')
  const at = endpoint.href.replace(/\/+$/, '')
  const client = options.offline ? null : hubClient(options)
  try {
    return await read(address, at, client, options)
  } catch (error) {
    const other = client !== null && isUnknown(error) ? await somethingElse(client, address, error) : null
    throw other ?? explain(error, address, at, client?.hasToken ?? false)
  }
}

async function read(
  given: HubAddress,
  endpoint: string,
  client: Client | null,
  options: OpenOptions,
): Promise<Release> {
  const on = given.revision === null ? options.on : undefined
  const asked = on === undefined ? given : { ...given, revision: await lastCommitOn(client, given, on) }
  const cache = cacheIn(cacheFolder(process.env))
  const place = placeAt(endpoint, asked)
  const { info, notes: pinned } = await pin(asked, client, cache, place)
  // by what it is called now nothing is sent on from its old name
  const address = { ...asked, id: info.id ?? asked.id }
  const kept = keptAt(cache, place, info.sha)
  const page = `${endpoint}/${address.kind === 'dataset' ? 'datasets/' : ''}${address.id}`
  const [listed, seen] = await Promise.all([
    list(address, info, client, kept),
    address.kind === 'model' ? lookUpBases(info, address.id, endpoint, client, kept) : { bases: [], notes: [] },
  ])
  const whole = address.below === null ? [] : [`the whole repository was read, not only ${address.below}`]
  const past = on === undefined ? [] : [`as of ${on} are the files; gate and bases are as the hub has them now`]
  const before = [...past, ...pinned, ...whole, ...seen.notes].map((says): Note => ({ says }))
  const listing = { ...listed, notes: [...before, ...listed.notes] }
  const { files } = listing
  const reader = hubReaderOf({ address, commit: info.sha, files, client, kept, page, gated: info.gated !== null })
  const gathered = await gatherFiles(listing, reader, options.signal)
  const facts: HubFacts = {
    api: `${endpoint}${apiPath(address)}`,
    kind: address.kind,
    gated: info.gated,
    card: boundCard(info.card),
    tags: info.tags,
    task: info.task,
    library: info.library,
    relation: info.relation,
    bases: seen.bases,
    ...(info.published === null ? {} : { published: info.published }),
  }
  const [name = '', publisher = null] = address.id.split('/').reverse()
  return {
    name,
    publisher,
    source: 'hub',
    place: page,
    revision: info.sha,
    ...gathered,
    hub: facts,
    notes: [...reader.notes(), ...gathered.notes].slice(0, NOTES),
  }
}

/** Every file at the commit; where the list is refused, the names the hub gives anybody. */
async function list(address: HubAddress, info: Info, client: Client | null, kept: KeptRepository): Promise<Listing> {
  const before = keptAs(HubTree, await kept.read('tree.json'))
  const named = info.files ?? []
  if (before !== null) return listingOf(withNamed(before, named))
  try {
    if (client !== null) {
      const tree = withNamed(await askTree(client, address, info.sha), named)
      // what was cut short may be whole another time
      if (tree.rest === null) await kept.write('tree.json', jsonBytes(tree))
      return listingOf(tree)
    }
  } catch (error) {
    if (!isRefusal(error) || info.files === null) throw error
  }
  if (info.files === null) {
    return { files: [], complete: false, notes: [{ says: 'offline: the list of files is not in the cache' }] }
  }
  return listingOf({ files: info.files.map(path => [path, null, null]), rest: null })
}

const Commits = z.array(z.object({ id: z.string().regex(COMMIT), date: z.iso.datetime({ offset: true }) }))

/** The last commit of a day, ISO, in UTC. Throws `UnwashError` where there was none yet, or nothing can be asked. */
async function lastCommitOn(client: Client | null, address: HubAddress, on: string): Promise<string> {
  if (client === null) throw invalid('no history is read offline, of', address.id, 'give a commit')
  let next: string | null = `${apiPath(address)}/commits/main`
  for (let page = 0; next !== null && page < LISTING_PAGES; page += 1) {
    const answer: AnsweredJson<typeof Commits> = await askJson(client, next, Commits, 'a list of commits')
    // the newest comes first
    const found = answer.data.find(({ date }) => new Date(date).toISOString().slice(0, 10) <= on)
    if (found) return found.id
    if (answer.lost) throw new HubTrouble("the rest of the commits is at another place than the hub's")
    next = answer.next
  }
  throw invalid(`no commit by ${on} in`, address.id, 'give a later day')
}

/** keys of a card that something here reads */
const READ = new RegExp(
  '^(?:licen[cs]e(?:_name|_link)?|base_model(?:_relation)?|datasets?|tags|library_name|pipeline_tag|' +
    String.raw`tasks?|task_categories|task_ids|extra_gated_\w{1,40})$`,
)

/** The part of a card's front matter that is read here, within limits. */
export function boundCard(card: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(card)
      .filter(([key]) => READ.test(key))
      .slice(0, CARD_VALUES)
      .map(([key, value]) => [key, bounded(value)]),
  )
}

function bounded(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, CARD_VALUE)
  if (Array.isArray(value))
    return value
      .slice(0, CARD_VALUES)
      .filter(one => typeof one === 'string')
      .map(bounded)
  // of a form's fields the names alone are read
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.keys(value)
        .slice(0, CARD_VALUES)
        .map(key => [key.slice(0, 200), true]),
    )
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}
