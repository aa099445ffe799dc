import { type IncomingMessage, request as openRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { type Resolved, type Resolving, resolvePublic } from './resolve.ts'

/** How a guarded fetch is made. */
interface Guarding extends Resolving {
  /** hosts with their port that whoever runs the server has named, such as a hub of their own */
  readonly trusted?: ReadonlySet<string>
}

/**
 * A `fetch` that connects only to the open internet, to the very addresses that were checked. It follows no redirect by
 * itself: whoever does comes here again. Only for GET, which is all that a source asks.
 */
export function guardedFetch({ trusted = new Set(), ...resolving }: Guarding = {}): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const signal = init.signal ?? null
    signal?.throwIfAborted()
    if (!/^https?:$/.test(url.protocol)) throw new TypeError(`no fetch over ${url.protocol}`)
    const resolved = trusted.has(url.host) ? null : await resolvePublic(url.hostname, resolving)
    const headers = Object.fromEntries(new Headers(init.headers))
    return new Promise<Response>((done, fail) => {
      const send = url.protocol === 'https:' ? secureRequest : openRequest
      const request = send(
        url,
        {
          headers: { accept: '*/*', ...headers, 'accept-encoding': 'identity' },
          ...(signal ? { signal } : {}),
          ...(resolved ? { lookup: only(resolved) } : {}),
          // a connection kept alive would be used again without a look-up
          agent: false,
        },
        answer => done(responseOf(answer)),
      )
      request.once('error', cause => fail(new TypeError('fetch failed', { cause })))
      request.end()
    })
  }
}

/** Answers every question for an address with those that were checked. */
function only(resolved: readonly Resolved[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = resolved
    if (options.all) callback(null, [...resolved])
    else callback(null, first?.address ?? '', first?.family)
  }
}

function responseOf(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 502
  const headers = new Headers()
  for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '')
  const bodyless = status === 204 || status === 205 || status === 304
  if (bodyless) answer.resume()
  // the types of node's streams and the web's are two for the same thing
  const body = bodyless ? null : (Readable.toWeb(answer) as unknown as BodyInit)
  return new Response(body, { status, headers })
}
