import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { UnwashError } from '../../../sources/error.ts'
import { isPublic } from './addresses.ts'

/** An address that a name stands for. */
export interface Resolved {
  readonly address: string
  readonly family: number
}

/** Asks for the addresses of a name. */
export type Resolver = (host: string) => Promise<readonly Resolved[]>

/** How names are looked up, and which addresses may be connected to: by the system, and those of the open internet. */
export interface Resolving {
  readonly resolver?: Resolver | undefined
  readonly allowed?: ((address: string) => boolean) | undefined
}

const system: Resolver = host => lookup(host, { all: true, verbatim: true })

/**
 * The addresses to connect to for a host, resolved once: who connects to these cannot be led elsewhere by a name that
 * answers differently the next time. Throws an UnwashError when one of them is not of the open internet.
 */
export async function resolvePublic(
  host: string,
  { resolver = system, allowed = isPublic }: Resolving = {},
): Promise<readonly Resolved[]> {
  const literal = host.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(literal)
  const all = family === 0 ? await resolver(host) : [{ address: literal, family }]
  if (all.length === 0 || !all.every(({ address }) => allowed(address)))
    throw new UnwashError('a server fetches only from the open internet, not from', host, 'give a public address')
  return all
}
