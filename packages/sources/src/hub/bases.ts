import { limitTo } from '@unwash/core/at-once'
import type { HubBase } from '@unwash/core/release/release'
import { Hub } from '@unwash/core/release/saved'
import type { Client } from '../http/client.ts'
import { jsonBytes, keptAs } from '../http/json.ts'
import { HubTrouble } from '../http/trouble.ts'
import { apiPath, askInfo, type Info, readInfo } from './info.ts'
import type { KeptRepository } from './kept.ts'
import { AT_ONCE, BASES } from './limits.ts'

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
export async function lookUpBases(
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
