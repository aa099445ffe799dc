import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { UnwashError } from '@unwash/core/error'

/** IPv4 that is not of the open internet (IANA special-purpose registry). */
const CLOSED_4 = listOf(
  'ipv4',
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
)
/** the one range of IPv6 that is given out */
const GIVEN_6 = listOf('ipv6', '2000::/3')
/** IPv6 within that range that leads elsewhere: tunnels, documentation, benchmarks. */
const CLOSED_6 = listOf('ipv6', '2001::/23 2001:db8::/32 2002::/16 3fff::/20')

function listOf(type: 'ipv4' | 'ipv6', networks: string): BlockList {
  const list = new BlockList()
  for (const one of networks.split(/\s+/)) {
    const [network = '', bits] = one.split('/')
    list.addSubnet(network, Number(bits), type)
  }
  return list
}

/** Whether an IP address is one of the open internet: not private, local, link-local, a tunnel's or a test's. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !CLOSED_4.check(address, 'ipv4')
    case 6:
      // what stands for an IPv4 address is outside of 2000::/3
      return GIVEN_6.check(address, 'ipv6') && !CLOSED_6.check(address, 'ipv6')
    default:
      return false
  }
}

/** An address that a name stands for. */
export interface Resolved {
  readonly address: string
  readonly family: number
}

/** Asks for the addresses of a name. */
type Resolver = (host: string) => Promise<readonly Resolved[]>

/** How names are looked up, and which addresses may be connected to: by the system, and those of the open internet. */
export interface Resolving {
  readonly resolver?: Resolver | undefined
  readonly allowed?: ((address: string) => boolean) | undefined
}

const system: Resolver = host => lookup(host, { all: true, verbatim: true })

/** Throws what a name that cannot be looked up is: trouble of the name or of the moment, and none of the server. */
const notKnown = (host: string) => (cause: unknown) => {
  const passing = cause instanceof Error && 'code' in cause && cause.code !== 'ENOTFOUND' && cause.code !== 'ENODATA'
  const what = `no such host is known${passing ? ' at the moment' : ''}:`
  throw new UnwashError(what, host, 'check the address', 'network', cause)
}

/**
 * The addresses to connect to for a host, resolved once: who connects to these cannot be led elsewhere by a name that
 * answers differently the next time. Throws an UnwashError when one of them is not of the open internet, or there is
 * none.
 */
export async function resolvePublic(
  host: string,
  { resolver = system, allowed = isPublic }: Resolving = {},
): Promise<readonly Resolved[]> {
  const literal = host.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(literal)
  const all = family === 0 ? await resolver(host).catch(notKnown(host)) : [{ address: literal, family }]
  if (all.length === 0 || !all.every(({ address }) => allowed(address)))
    throw new UnwashError(
      'a server fetches only from the open internet, not from',
      host,
      'give a public address',
      'invalid',
    )
  return all
}
