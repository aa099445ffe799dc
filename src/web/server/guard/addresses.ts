import { BlockList, isIP } from 'node:net'

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
