import { once } from '../once.ts'
import { HOST_KINDS, type HostKind } from '../report/vocabulary.ts'
import type { Hosts } from './hosts.ts'

/** What an address says of where it leads. */
export interface HostedAddress {
  /** of a hub or a host of code; null elsewhere */
  readonly owner: string | null
  readonly name: string | null
  /** the parts of the path after these */
  readonly rest: readonly string[]
}

/** longer than any real address; it is foreign input */
const LONGEST_ADDRESS = 2_000
const ADDRESS_PARTS = /^(?:([a-z][a-z0-9+.-]{0,20}):)?\/\/([^/?#]{1,255})([^?#]*)/i

/** Reads an address as one of a host of a kind; null when it is none. */
export function addressAt(known: Hosts, kind: HostKind, url: string): HostedAddress | null {
  const { places, parts } = placesOf(known, kind, url)
  for (const place of places) {
    const address = alongPath(place, parts)
    if (address && !((kind === 'model' || kind === 'code') && known.pages.includes(address.owner?.toLowerCase() ?? '')))
      return address
  }
  return null
}

/** Whether an address is at a host of a kind, whatever its path. */
export const isHostOf = (known: Hosts, kind: HostKind, url: string): boolean =>
  placesOf(known, kind, url).places.length > 0

interface Read {
  readonly places: readonly HostPlace[]
  readonly parts: readonly string[]
}

/** addresses that were read, by kind of host: the same ones are asked about again and again */
const addressesRead = once((_: Hosts) => new Map(HOST_KINDS.map(kind => [kind, new Map<string, Read>()])))
/** more than these are forgotten at once */
const MOST_READ = 5_000

function placesOf(known: Hosts, kind: HostKind, url: string): Read {
  const ready = addressesRead(known).get(kind)
  const before = ready?.get(url)
  if (before !== undefined) return before
  const found = readPlaces(known, kind, url)
  if (ready !== undefined && url.length <= LONGEST_ADDRESS) {
    if (ready.size >= MOST_READ) ready.clear()
    ready.set(url, found)
  }
  return found
}

function readPlaces(known: Hosts, kind: HostKind, url: string): Read {
  const [, scheme = 'https', authority = '', path = ''] = ADDRESS_PARTS.exec(url.slice(0, LONGEST_ADDRESS)) ?? []
  if (authority === '') return NOWHERE
  const web = /^https?$/i.test(scheme)
  const host = authority
    .toLowerCase()
    .replace(/^[^@]*@/, '')
    .replace(/:\d{1,5}$/, '')
  const places = (hostIndex(known).get(kind) ?? []).filter(place =>
    place.scheme === undefined ? web && isAt(host, place.host) : place.scheme === scheme.toLowerCase(),
  )
  return places.length === 0 ? NOWHERE : { places, parts: path.split('/').filter(Boolean) }
}
const NOWHERE: Read = { places: [], parts: [] }

/** Whether a folder is named as copies of training libraries are. */
export function isCopied({ copied }: Hosts, folder: string): boolean {
  const plain = folder.slice(0, 100).toLowerCase().replace(/_/g, '-')
  return copied.some(name => (name.endsWith('*') ? plain.startsWith(name.slice(0, -1)) : plain === name))
}

interface HostPlace {
  readonly host: string
  readonly scheme: string | undefined
  /** parts that the path has to begin with */
  readonly parts: readonly string[]
  readonly hasOwner: boolean
}

function isAt(host: string, place: string): boolean {
  if (place.endsWith('.*')) return host.startsWith(place.slice(0, -1)) || host.includes(`.${place.slice(0, -1)}`)
  return host === place || host.endsWith(`.${place}`)
}

/** The last part is a beginning ("/10." of a DOI, "/record" and "/records"), unless an owner follows it. */
function alongPath({ parts, hasOwner }: HostPlace, path: readonly string[]): HostedAddress | null {
  const last = parts.length - 1
  const fits = parts.every((part, at) => {
    const given = path[at]?.toLowerCase() ?? ''
    return at === last && !hasOwner ? given.startsWith(part) : given === part
  })
  if (!fits) return null
  if (!hasOwner) return { owner: null, name: null, rest: path.slice(parts.length) }
  const [owner = null, name = null, ...rest] = path.slice(parts.length)
  return owner === null ? null : { owner, name, rest }
}

/** Of one host the longer path counts first. */
const hostIndex = once((known: Hosts): ReadonlyMap<HostKind, readonly HostPlace[]> => {
  const places = known.hosts.map(({ kind, host = '', scheme, path = '' }) => {
    const parts = path.split('/').filter(part => part !== '' && !part.startsWith('{'))
    return { kind, host, scheme, parts: parts.map(part => part.toLowerCase()), hasOwner: path.includes('{owner}') }
  })
  const sorted = places.toSorted((one, other) => other.parts.length - one.parts.length)
  return new Map(HOST_KINDS.map(kind => [kind, sorted.filter(place => place.kind === kind)]))
})
