import { timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'
import type { Serving, Writers } from './serving.ts'

/** No script and no style but the site's own, and nothing from or to anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  // nothing to others; with none at all a browser calls the origin of its own forms null, and they would be turned away
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

/** The headers of every answer. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/**
 * Turns away what comes under another name (DNS rebinding against a server on this machine), and what a page of
 * another site has a browser send (CSRF).
 */
export function ownOnly({ hosts }: Pick<Serving, 'hosts'>): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (hosts !== null && !hosts.has(nameIn(host))) throw new Refusal(421, 'this server is not asked under that name')
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const foreign =
        (site !== undefined && site !== 'same-origin' && site !== 'none') ||
        (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
      if (foreign) throw new Refusal(403, 'sent by a page of another site')
    }
    return next()
  }
}

/** The name in a Host header, without its port. */
const nameIn = (host: string) => host.replace(/:\d{1,5}$/, '').toLowerCase()

/** Throws a Refusal unless whoever asks may have a release audited. */
export function checkWriter(c: Context, writers: Writers): void {
  if (writers.by === 'anybody') return
  if (writers.by === 'nobody') throw new Refusal(403, 'this server shows what it has, and reads nothing new')
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined && same(token, writers.token)) return
  throw new Refusal(401, 'this takes the token of the server: Authorization: Bearer …')
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Throws a Refusal where a client asks too often; `what` is asked, in words. */
export function checkRate(c: Context, rate: Rate, what: string): void {
  const wait = rate.take(clientOf(c))
  if (wait > 0) throw new Refusal(429, `${what} too often`, wait)
}

/** Who asks, as far as a rate is concerned: an address, of IPv6 the network that one household has. */
function clientOf(c: Context): string {
  const address = getConnInfo(c).remote.address ?? 'unknown'
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}

/** clients remembered; the one seen longest ago makes room */
const CLIENTS = 10_000

/** Counts what each client asks for: so many at once, and as many again over a minute. `now` gives milliseconds. */
export function rateOf(perMinute: number, now: () => number = Date.now) {
  const left = new Map<string, { tokens: number; at: number }>()
  return {
    /** Takes one of a client's; the seconds to wait where there is none left, else 0. */
    take(client: string): number {
      const at = now()
      const before = left.get(client) ?? { tokens: perMinute, at }
      const tokens = Math.min(perMinute, before.tokens + ((at - before.at) * perMinute) / 60_000)
      left.delete(client)
      left.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      const [oldest] = left.keys()
      if (left.size > CLIENTS && oldest !== undefined) left.delete(oldest)
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute)
    },
  }
}

/** What one client after the other may ask for. */
export type Rate = ReturnType<typeof rateOf>
