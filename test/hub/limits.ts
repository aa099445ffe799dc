import type { ServerResponse } from 'node:http'

/** So many requests within so many seconds. */
export interface Quota {
  readonly requests: number
  readonly seconds: number
}

/** Counts a request in the window of its kind, and says so in the headers; whether it is within it. */
export type Limits = (kind: string, response: ServerResponse) => boolean

/** what the Hub grants, but for the number: no test is to wait that did not ask for it */
const GENEROUS: Quota = { requests: 100_000, seconds: 300 }

/** The windows of a hub, each fixed from its first request on, told as draft-ietf-httpapi-ratelimit-headers-09 has it. */
export function limitsOf(quotas: Readonly<Record<string, Quota>> = {}): Limits {
  const windows = new Map<string, { count: number; until: number }>()
  return (kind, response) => {
    const { requests, seconds } = quotas[kind] ?? GENEROUS
    const now = Date.now()
    const known = windows.get(kind)
    const window = known && known.until > now ? known : { count: 0, until: now + seconds * 1000 }
    windows.set(kind, window)
    window.count += 1
    const left = Math.max(0, requests - window.count)
    response.setHeader('RateLimit', `"${kind}";r=${left};t=${Math.ceil((window.until - now) / 1000)}`)
    response.setHeader('RateLimit-Policy', `"fixed window";"${kind}";q=${requests};w=${seconds}`)
    return window.count <= requests
  }
}
