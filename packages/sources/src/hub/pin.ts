import { notFound } from '@unwash/core/error'
import * as z from 'zod'
import { COMMIT } from '../hash.ts'
import type { Client } from '../http/client.ts'
import { jsonBytes, keptAs } from '../http/json.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { HubAddress } from './address.ts'
import type { Cache } from './cache.ts'
import { askInfo, type Info, readInfo } from './info.ts'

/** Which commit a revision was at, and when that was asked. */
const Moved = z.strictObject({ sha: z.string().regex(COMMIT), on: z.iso.date() })

/**
 * What the hub knows of a repository at one commit. A commit stays as it is and comes from the cache; a branch, a tag
 * and no revision at all are asked for each time, and offline are where they were last.
 */
export async function pin(
  address: HubAddress,
  client: Client | null,
  cache: Cache,
  place: readonly string[],
): Promise<{ readonly info: Info; readonly notes: readonly string[] }> {
  const { revision } = address
  const moving = [...place, 'refs', revision ?? 'HEAD']
  if (revision !== null && COMMIT.test(revision)) {
    const info = await keptInfo(cache, place, revision)
    if (info !== null) return { info, notes: [] }
  }
  if (client === null) {
    const was = keptAs(Moved, await cache.read(moving))
    const info = was === null ? null : await keptInfo(cache, place, was.sha)
    if (was === null || info === null) {
      throw notFound('nothing is in the cache of', address.id, 'read it once without --offline')
    }
    const name = revision ?? 'the hub'
    return { info, notes: [`offline: ${name} was at commit ${was.sha.slice(0, 12)} on ${was.on}, which is read`] }
  }
  const bytes = await askInfo(client, address, revision)
  const info = readInfo(bytes)
  if (revision !== null && COMMIT.test(revision) && info.sha !== revision)
    throw new HubTrouble(`the hub answers with another commit than was asked for: ${info.sha}`)
  if (info.disabled) throw new HubTrouble('the hub has closed it', { status: 403, code: 'Disabled' })
  await cache.write([...place, info.sha, 'info.json'], bytes)
  const now = { sha: info.sha, on: new Date().toISOString().slice(0, 10) }
  await cache.write(moving, jsonBytes(now))
  return { info, notes: [] }
}

/**
 * Keeps what a list says of a repository at a commit, where that is as much as the hub says when asked for it alone.
 */
export async function keepInfo(cache: Cache, place: readonly string[], sha: string, bytes: Uint8Array): Promise<void> {
  const { files, disabled } = readInfo(bytes)
  if (files !== null && !disabled) await cache.write([...place, sha, 'info.json'], bytes)
}

async function keptInfo(cache: Cache, place: readonly string[], commit: string): Promise<Info | null> {
  const bytes = await cache.read([...place, commit, 'info.json'])
  if (bytes === null) return null
  try {
    const info = readInfo(bytes)
    return info.sha === commit ? info : null
  } catch {
    // asked for again
    return null
  }
}
