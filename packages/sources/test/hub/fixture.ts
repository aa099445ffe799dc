import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { whenTestEnds } from '../../../../test/ends.ts'
import { type HubSetup, type ServedHub, serveHub } from '../../../../test/hub/server.ts'
import { type Client, clientOf } from '../../src/http/client.ts'
import type { ClientSettings } from '../../src/http/fetch.ts'
import type { Patience } from '../../src/http/limits.ts'

/** A served hub that `HF_ENDPOINT` names until the test ends, with an empty cache and no token. */
export async function aHub(setup: HubSetup = {}): Promise<ServedHub & { readonly cache: string }> {
  const hub = await serveHub(setup)
  const cache = mkdtempSync(join(tmpdir(), 'unwash-cache-'))
  whenTestEnds(() => hub.close())
  whenTestEnds(() => rmSync(cache, { recursive: true, force: true }))
  vi.stubEnv('HF_ENDPOINT', hub.endpoint)
  vi.stubEnv('XDG_CACHE_HOME', cache)
  vi.stubEnv('HF_TOKEN', '')
  return { ...hub, cache }
}

/** short enough for a test, long enough for a busy machine */
const BRIEF: Patience = { silence: 2_000, answer: 20_000, tries: 3, pause: 20, waiting: 10_000 }

/** A client of a served hub that gives up soon. */
export function clientFor(
  hub: ServedHub,
  settings: Partial<Omit<ClientSettings, 'patience'>> & { readonly patience?: Partial<Patience> } = {},
): Client {
  const patience = { ...BRIEF, ...settings.patience }
  return clientOf({ endpoint: hub.endpoint, token: null, ...settings, patience })
}
