import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { UnwashError } from '../../sources/error.ts'
import { endingOf } from './ending.ts'
import { CONNECTIONS, ENDING_TIME, HEADERS_TIME, IDLE_TIME, QUESTION_TIME } from './limits.ts'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Listens no more, and takes no new questions; resolves when those that came before are answered, or given up. */
  close(): Promise<void>
}

/** How long a question may take to come, in milliseconds, and how many may ask. */
export interface Patience {
  readonly headers: number
  readonly question: number
  /** how often the two are looked at */
  readonly looking: number
  /** how long an answer is waited for when the server ends */
  readonly ending: number
  /** connections at once */
  readonly connections: number
}

const PATIENCE: Patience = {
  headers: HEADERS_TIME,
  question: QUESTION_TIME,
  looking: 2_000,
  ending: ENDING_TIME,
  connections: CONNECTIONS,
}

/** Listens at an address. Throws an UnwashError where that cannot be done. */
export function listen(app: Hono, host: string, port: number, given: Partial<Patience> = {}): Promise<Listening> {
  const patience = { ...PATIENCE, ...given }
  return new Promise((done, fail) => {
    const server = serve({
      // on a connection that is still answered another question may come
      fetch: (request, bindings) => (ends.begun() ? refused() : app.fetch(request, bindings)),
      hostname: host,
      port,
      overrideGlobalObjects: false,
      serverOptions: {
        headersTimeout: patience.headers,
        requestTimeout: patience.question,
        connectionsCheckingInterval: patience.looking,
        keepAliveTimeout: IDLE_TIME,
        maxHeaderSize: 16 * 1024,
      },
    })
    // Node.js 20 has the name only once it is set
    server.maxConnections = patience.connections
    const ends = endingOf(server)
    server.once('error', cause =>
      fail(new UnwashError('cannot listen at', `${host}:${port}`, 'give another --port or --host', { cause })),
    )
    server.once('listening', () => {
      const { port: at } = server.address() as AddressInfo
      done({ port: at, close: () => ends.end(patience.ending) })
    })
  })
}

const refused = () =>
  new Response('{"error":"the server ends; ask again later"}', {
    status: 503,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' },
  })
