import * as z from 'zod'
import { type Client, clientOf } from '../http/client.ts'
import type { Asking, Fetched } from '../http/fetch.ts'
import { keptAs } from '../http/json.ts'
import { PATIENCE } from '../http/limits.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { OpenOptions } from '../source.ts'

/** an answer of a token service */
const TOKEN_BYTES = 64 * 1024

/**
 * A client of one registry. Where it asks for a token, an anonymous one is fetched from the place it names, once, and
 * only over
 * an encrypted connection or on this machine: nothing of the user's is sent.
 */
export function registryClient(endpoint: string, options: OpenOptions): Client {
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
