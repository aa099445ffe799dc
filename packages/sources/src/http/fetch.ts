import { VERSION } from '@unwash/knowledge/load'
import { COMMIT } from '../hash.ts'
import type { Pace } from '../source.ts'
import { type Patience, REDIRECTS } from './limits.ts'
import { fetchThrough } from './proxy.ts'
import { type Clock, clockOf } from './time.ts'
import { HubTrouble } from './trouble.ts'

/** Where a listing goes on. */
interface Rest {
  /** a path at the same hub; null where nothing follows, or it cannot be asked for */
  readonly next: string | null
  /** there is more, at a place that is no page of this listing */
  readonly lost: boolean
}

/**
 * The next page of a listing, by the Link header. It is asked for at the hub that was asked before, for the token goes
 * with it: a mirror passes on the header of the hub behind it, whose listing it serves itself under the same path.
 * @param at where the listing was
 * @param endpoint the hub's address, which may have a path of its own
 */
export function restOf(link: string | null, at: URL, endpoint: string): Rest {
  const target = linkTo('next', link)
  if (target === null) return { next: null, lost: false }
  const prefix = new URL(endpoint).pathname.replace(/\/+$/, '')
  const own = at.pathname.startsWith(`${prefix}/`) ? at.pathname.slice(prefix.length) : at.pathname
  const there = URL.canParse(target, at.href) ? new URL(target, at.href) : null
  // a page that leads to itself is a circle
  if (there === null || !plain(there.pathname).endsWith(plain(own)) || there.search === at.search)
    return { next: null, lost: true }
  return { next: `${own}${there.search}`, lost: false }
}

const plain = (path: string) => path.replace(/%2f/gi, '/')

/** The target of a relation in a Link header, RFC 8288. */
function linkTo(relation: string, header: string | null): string | null {
  for (const link of (header?.slice(0, 8_000) ?? '').split(/,\s*(?=<)/)) {
    const [, target, parameters = ''] = /^\s*<([^<>]{1,4000})>([^<>]*)$/.exec(link) ?? []
    const relations = /;\s*rel\s*=\s*"?([^";]{1,200})/i.exec(parameters)?.[1]?.toLowerCase().trim().split(/\s+/)
    if (target !== undefined && relations?.includes(relation)) return target
  }
  return null
}

/** Which place is asked, by whom, and how long it is waited for. */
export interface ClientSettings {
  /** the hub's address, without a slash at its end */
  readonly endpoint: string
  /** sent to the endpoint and to no other place */
  readonly token: string | null
  readonly patience: Patience
  readonly signal?: AbortSignal | undefined
  /** told of a wait long enough for a person to notice */
  readonly tell?: ((says: string) => void) | undefined
  readonly pace?: Pace | undefined
}

/** How much of what is asked for. */
export interface Asking {
  /** bytes read at most */
  readonly most: number
  /** the bytes wanted, from the first to the last */
  readonly range?: readonly [number, number]
  /** kinds of answers that are understood */
  readonly accept?: string
}

/** What came back, at most as much of it as was asked for. */
export interface Fetched extends Rest {
  readonly bytes: Uint8Array
  /** the whole thing's bytes, where the server says it */
  readonly size: number | null
  /** more would have followed */
  readonly cut: boolean
  /** the commit that the hub says a file is of, where it says one */
  readonly commit: string | null
}

/** told the headers of every answer of the hub itself; says how long it asks to wait */
type Heard = (headers: Headers) => number | null

/**
 * Gets what is at a path of the hub once, following redirects by hand so that the token stays with its hub, within the
 * limits of bytes and time. Throws `HubTrouble` for everything that is not the thing asked for.
 */
export async function fetchBounded(
  path: string,
  asking: Asking,
  settings: ClientSettings,
  heard: Heard,
): Promise<Fetched> {
  const { endpoint, patience, signal, token } = settings
  const clock = clockOf(patience, signal, says => new HubTrouble(says, { passing: true }))
  try {
    let commit: string | null = null
    const listening: Heard = headers => {
      commit = COMMIT.exec(headers.get('x-repo-commit') ?? '')?.[0] ?? commit
      return heard(headers)
    }
    const { response, at } = await follow(`${endpoint}${path}`, asking, settings, clock, listening)
    const answer = await readAnswer(response, asking, clock.heard)
    const rest = restOf(response.headers.get('link'), at, endpoint)
    return { ...answer, ...rest, bytes: masked(answer.bytes, token), commit }
  } catch (error) {
    signal?.throwIfAborted()
    const trouble = clock.late() ?? error
    throw trouble instanceof HubTrouble ? withoutToken(trouble, token) : networkTrouble(trouble)
  } finally {
    clock.end()
  }
}

async function follow(
  address: string,
  { range, accept }: Asking,
  { endpoint, token }: ClientSettings,
  clock: Clock,
  heard: Heard,
): Promise<{ readonly response: Response; readonly at: URL }> {
  const home = new URL(endpoint).origin
  const send = await fetchThrough(process.env)
  let part = range
  let url = new URL(address)
  for (let hops = 0; hops <= REDIRECTS; hops += 1) {
    const headers = new Headers({ 'user-agent': `unwash/${VERSION}` })
    if (accept !== undefined) headers.set('accept', accept)
    if (part) {
      headers.set('range', `bytes=${part[0]}-${part[1]}`)
      // a range is of the file's own bytes
      headers.set('accept-encoding', 'identity')
    }
    if (token !== null && url.origin === home) headers.set('authorization', `Bearer ${token}`)
    const response = await send(url.href, { redirect: 'manual', headers, signal: clock.signal })
    clock.heard()
    const wait = url.origin === home ? heard(response.headers) : null
    if (response.ok) return { response, at: url }
    await response.body?.cancel().catch(() => {})
    if (response.status === 416 && part) {
      // it has no such part: of an empty file, or of one that is shorter than its list says, the whole is asked for
      part = undefined
      continue
    }
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) {
      throw url.origin === home ? refused(response, wait) : storeTrouble(response.status)
    }
    if (!URL.canParse(location, url.href)) throw new HubTrouble('it is sent on to what is no address')
    const next = new URL(location, url)
    // never from an encrypted connection to an open one
    if (next.protocol !== 'https:' && !(next.protocol === 'http:' && url.protocol === 'http:')) {
      throw new HubTrouble(`it is sent on to an address of ${next.protocol}`)
    }
    url = next
  }
  throw new HubTrouble(`it is sent on more than ${REDIRECTS} times`)
}

/** statuses that say the trouble is the server's, and may pass */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])

function refused({ status, headers }: Response, wait: number | null): HubTrouble {
  const code = headers.get('x-error-code')?.slice(0, 60) ?? null
  const message = headers.get('x-error-message')?.slice(0, 200)
  const says = message ? `the hub says ${status}, ${message}` : `the hub says ${status}${code ? `, ${code}` : ''}`
  const challenge = headers.get('www-authenticate')
  return new HubTrouble(says, {
    status,
    code,
    challenge,
    passing: PASSING.has(status),
    wait: PASSING.has(status) ? wait : null,
  })
}

/** What a file's store says is nothing the hub says of access. */
const storeTrouble = (status: number) =>
  new HubTrouble(`the place it was sent on to says ${status}`, { passing: PASSING.has(status) })

async function readAnswer(
  response: Response,
  { range, most }: Asking,
  heardSomething: () => void,
): Promise<Omit<Fetched, 'commit' | keyof Rest>> {
  const { headers, status, body } = response
  const part = status === 206 ? partOf(headers, range) : null
  if (status === 206 && part?.from !== range?.[0]) {
    await body?.cancel().catch(() => {})
    throw new HubTrouble('another part of it came than was asked for')
  }
  // who ignores the range gives the whole file: its beginning is passed over
  const skip = status === 206 ? 0 : (range?.[0] ?? 0)
  const { bytes, cut } = await bodyOf(response, skip + most, heardSomething)
  const told = headers.get('content-encoding') === null ? numberIn(headers.get('content-length')) : null
  const size = status === 206 ? (part?.size ?? null) : told
  return { bytes: new Uint8Array(bytes.subarray(skip)), size, cut }
}

/**
 * Which part of a file came, and the size of the whole where that is told. Some mirrors do not say which: then it is
 * the
 * one that was asked for when it is as long, and the beginning of the file when that was.
 */
function partOf(headers: Headers, range: Asking['range']): { from: number; size: number | null } | null {
  const said = headers.get('content-range')
  if (said !== null) {
    const [, from, size] = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(said.trim()) ?? []
    return from === undefined ? null : { from: Number(from), size: numberIn(size ?? null) }
  }
  if (range === undefined) return null
  const asked = range[1] - range[0] + 1
  return range[0] === 0 || numberIn(headers.get('content-length')) === asked ? { from: range[0], size: null } : null
}

const numberIn = (said: string | null) => (said !== null && /^\d{1,15}$/.test(said) ? Number(said) : null)

/** shorter is no token: it would be found in every text */
const TOKEN_LENGTH = 8

/** A server that repeats what it was sent does not make us keep it: the same bytes, as many, and none of the token. */
function masked(bytes: Uint8Array, token: string | null): Uint8Array {
  if (token === null || token.length < TOKEN_LENGTH) return bytes
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const secret = Buffer.from(token)
  for (let at = held.indexOf(secret); at >= 0; at = held.indexOf(secret, at)) held.fill('*', at, at + secret.length)
  return bytes
}

/** A server that repeats what it was sent does not make us show it. */
function withoutToken(trouble: HubTrouble, token: string | null): HubTrouble {
  if (token === null || ![trouble.message, trouble.code].some(words => words?.includes(token))) return trouble
  const { status, code, message, ...about } = trouble
  const hidden = { ...about, code: code?.replaceAll(token, '…') ?? null, ...(status === null ? {} : { status }) }
  return new HubTrouble(message.replaceAll(token, '…'), hidden)
}

/** what the system calls it, and in words */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'no such host is known at the moment',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was cut',
  HPE_INVALID_CONSTANT: 'what answers is no web server',
}

function networkTrouble(error: unknown): HubTrouble {
  const cause = error instanceof Error ? error.cause : null
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return new HubTrouble(REASONS[code] ?? `the connection failed${code ? ` (${code})` : ''}`, {
    passing: true,
    cause: error,
  })
}

/**
 * Reads the bytes of an answer, and stops once it has more than `most`; `cut` where there were more. `heard` is called
 * for each piece that comes.
 */
export async function bodyOf(
  { body }: Response,
  most: number,
  heard: () => void = () => {},
): Promise<{ readonly bytes: Buffer; readonly cut: boolean }> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) break
    heard()
    chunks.push(value)
    length += value.length
    if (length <= most) continue
    await reader?.cancel().catch(() => {})
    break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), cut: length > most }
}
