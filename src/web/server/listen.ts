import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { UnwashError } from '../../sources/error.ts'
import { CONNECTIONS, HEADERS_TIME, IDLE_TIME, QUESTION_TIME } from './limits.ts'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Ends what is under way, and listens no more. */
  close(): Promise<void>
}

/** How long a question may take to come, in milliseconds. */
export interface Patience {
  readonly headers: number
  readonly question: number
  /** how often the two are looked at */
  readonly looking: number
}

const PATIENCE: Patience = { headers: HEADERS_TIME, question: QUESTION_TIME, looking: 2_000 }

/** Listens at an address. Throws an UnwashError where that cannot be done. */
export function listen(app: Hono, host: string, port: number, patience = PATIENCE): Promise<Listening> {
  return new Promise((done, fail) => {
    const server = serve({
      fetch: app.fetch,
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
    if ('maxConnections' in server) server.maxConnections = CONNECTIONS
    server.once('error', cause =>
      fail(new UnwashError('cannot listen at', `${host}:${port}`, 'give another --port or --host', { cause })),
    )
    server.once('listening', () => {
      const { port: at } = server.address() as AddressInfo
      done({
        port: at,
        close: () =>
          new Promise(closed => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
  })
}
