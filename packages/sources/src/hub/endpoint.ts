import { invalid, UnwashError } from '@unwash/core/error'
import { type Client, clientOf } from '../http/client.ts'
import { PATIENCE } from '../http/limits.ts'
import { HubTrouble } from '../http/trouble.ts'
import type { OpenOptions } from '../source.ts'
import { HUB } from './address.ts'

/**
 * The hub to ask: the one `HF_ENDPOINT` names, as the hub's own clients do. Throws `UnwashError` when that is no
 * address.
 */
export function endpointOf(environment: NodeJS.ProcessEnv): URL {
  const given = environment.HF_ENDPOINT?.trim() || HUB
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw invalid('HF_ENDPOINT is no address of a hub:', withoutUser(given), `give one such as ${HUB}`)
  }
  return url
}

const withoutUser = (given: string) => given.replace(/\/\/[^/@]{0,1000}@/, '//')

/** The hub that `HF_ENDPOINT` names; null where it names none, or what it names is for who asks that hub. */
export function namedEndpoint(environment: NodeJS.ProcessEnv): URL | null {
  const given = environment.HF_ENDPOINT?.trim() ?? ''
  return URL.canParse(given) ? new URL(given) : null
}

/** Its host, in the same way. */
export const hostOf = (environment: NodeJS.ProcessEnv): string | null => namedEndpoint(environment)?.host ?? null

/** A client of the hub that `HF_ENDPOINT` names. The token is from the environment alone, and never shown. */
export const hubClient = (
  { signal, tell, pace }: Pick<OpenOptions, 'signal' | 'tell' | 'pace'>,
  patience = PATIENCE,
): Client =>
  clientOf({
    endpoint: endpointOf(process.env).href.replace(/\/+$/, ''),
    token: process.env.HF_TOKEN?.trim() || null,
    patience,
    signal,
    tell,
    pace,
  })

/** once, and not for long: it is asked before many questions are put */
const BRIEF = { ...PATIENCE, tries: 1, silence: 8_000, answer: 8_000 }

/** Asks whether the hub answers at all, whatever it says. Throws `UnwashError` where it does not. */
export async function reachHub(options: Pick<OpenOptions, 'signal' | 'tell'>): Promise<void> {
  try {
    await hubClient(options, BRIEF).get('/api/models?limit=1', { most: 1_000 })
  } catch (error) {
    if (!(error instanceof HubTrouble)) throw error
    if (error.status !== null) return
    const todo = `${error.message}; look at the network, or ask without --online for what is known here`
    throw new UnwashError('the hub does not answer at', endpointOf(process.env).host, todo, 'network', error)
  }
}
