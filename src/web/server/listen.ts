import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { UnwashError } from '../../sources/error.ts'
import { CONNECTIONS, HEADERS_TIME, QUESTION_TIME } from './limits.ts'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Ends what is under way, and listens no more. */
  close(): Promise<void>
}

/** Listens at an address. Throws an UnwashError where that cannot be done. */
export function listen(app: Hono, host: string, port: number): Promise<Listening> {
  return new Promise((done, fail) => {
    const server = serve({
      fetch: app.fetch,
      hostname: host,
      port,
      overrideGlobalObjects: false,
      serverOptions: {
        headersTimeout: HEADERS_TIME,
        requestTimeout: QUESTION_TIME,
        // how often the two above are looked at
        connectionsCheckingInterval: 2_000,
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
