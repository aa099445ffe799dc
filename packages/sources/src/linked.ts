import { UnwashError } from '@unwash/core/error'
import { LINKED, LINKED_SECONDS, NOTES } from '@unwash/core/release/limits'
import type { LinkedPlace, NamedPlace, Release } from '@unwash/core/release/release'
import { LinkedParts } from '@unwash/core/release/saved'
import * as z from 'zod'
import { sha256 } from './hash.ts'
import { jsonBytes, keptAs } from './http/json.ts'
import { cacheFolder, cacheIn } from './hub/cache.ts'
import { open } from './index.ts'
import { linkedOf } from './saved/parts.ts'
import { linkedParts, type Saving } from './saved/save.ts'
import type { OpenOptions } from './source.ts'

/**
 * Reads the places that a release at a hub names as parts of itself, one step away. What was read for this commit is
 * kept, so that another time nothing is asked; what cannot be read is said, and asked for again.
 */
export async function withLinked(
  release: Release,
  named: readonly NamedPlace[],
  saving: Saving,
  options: OpenOptions,
): Promise<Release> {
  const wanted = named.slice(0, LINKED)
  if (wanted.length === 0 || release.revision === null) return release
  const cache = cacheIn(cacheFolder(process.env))
  const place = ['linked', sha256(`${release.place} ${release.revision}`), 'linked.json']
  const kept = keptAs(z.array(LinkedParts), await cache.read(place))
  if (kept !== null) return { ...release, linked: kept.map(linkedOf) }
  const said: string[] = []
  const linked: LinkedPlace[] = []
  for (const one of wanted) {
    options.signal?.throwIfAborted()
    // what a git server gave is not kept by itself
    if (options.offline && one.of === 'code') continue
    try {
      linked.push({ ...one, release: await open(one.target, { ...options, signal: within(options.signal) }) })
    } catch (error) {
      options.signal?.throwIfAborted()
      if (error instanceof UnwashError) said.push(`named here and could not be read: ${error.message}`)
      else if (isTimeout(error)) said.push(`named here and not read within ${LINKED_SECONDS} seconds: ${one.target}`)
      else throw error
    }
  }
  if (said.length === 0 && !options.offline) {
    await cache.write(place, jsonBytes(linked.map(one => linkedParts(one, saving))))
  }
  return { ...release, linked, notes: [...release.notes, ...said.map(says => ({ says }))].slice(0, NOTES) }
}

const within = (signal: AbortSignal | undefined) =>
  AbortSignal.any([AbortSignal.timeout(LINKED_SECONDS * 1000), ...(signal ? [signal] : [])])

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === 'TimeoutError'
