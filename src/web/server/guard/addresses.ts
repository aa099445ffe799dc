import { BlockList, isIP } from 'node:net'

/** IPv4 that is not of the open internet (IANA special-purpose registry). */
const CLOSED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** IPv6 within the one range that is given out, 2000::/3, that leads elsewhere: tunnels, documentation, benchmarks. */
const CLOSED_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed4 = new BlockList()
for (const [network, bits] of CLOSED_4) closed4.addSubnet(network, bits, 'ipv4')
const closed6 = new BlockList()
for (const [network, bits] of CLOSED_6) closed6.addSubnet(network, bits, 'ipv6')
const given6 = new BlockList()
given6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is one of the open internet: not private, local, link-local, a tunnel's or a test's. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed4.check(address, 'ipv4')
    case 6:
      // what stands for an IPv4 address is outside of 2000::/3
      return given6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
    default:
      return false
  }
}
