import type { ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { UnwashError } from '@unwash/core/error'
import { groupsBy } from '@unwash/core/groups'
import type { Hono } from 'hono'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Listens no more, and takes no new questions; resolves when those that came before are answered, or given up. */
  close(): Promise<void>
}

/** How long a question may take to come, and how many may ask. Times in milliseconds. */
export const SERVER_LIMITS = {
  /** headers must have come by then (CWE-400: slow headers) */
  headers: 10_000,
  /** the whole question must have come by then (slow body) */
  question: 20_000,
  /** how often the two are looked at */
  looking: 2_000,
  /** how long an answer is waited for when the server ends: as long as a text may take to be read */
  ending: 30_000,
  /** connections at once; for one more, one that asks nothing is closed, else it is turned away */
  connections: 1_000,
}
/** What may be told of it. */
export type Patience = Readonly<typeof SERVER_LIMITS>

/** a connection waits so long for the next question: longer than a proxy keeps one, or it is cut in its hands */
const IDLE_TIME = 65_000

/** Listens at an address. Throws an UnwashError where that cannot be done. */
export function listen(app: Hono, host: string, port: number, given: Partial<Patience> = {}): Promise<Listening> {
  const patience = { ...SERVER_LIMITS, ...given }
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
    const ends = endingOf(server, patience.connections)
    server.once('error', cause =>
      fail(
        new UnwashError('cannot listen at', `${host}:${port}`, 'give another --port or --host', 'unreadable', cause),
      ),
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

/** How a server ends. */
interface Ending {
  /** whether it was told to */
  begun(): boolean
  /**
   * Closes connections without a question under way at once and the others with their answer, all of them after so many
   * milliseconds. Node.js by itself waits for whoever has connected and asked nothing yet.
   */
  end(most: number): Promise<void>
}

/** Connections by age, each with what is to be answered on it. */
type Open = Map<Socket, Set<ServerResponse>>

/**
 * The one to close for another: of the address that has the most, the oldest on which nothing that was wholly asked
 * waits for an answer. So many that keep silent, or ask for ever, cost those who opened them.
 */
function spared(open: Open): Socket | undefined {
  const silent = [...open].filter(([, answers]) => [...answers].every(({ req }) => !req.complete))
  const byAddress = groupsBy(silent, ([{ remoteAddress }]) => remoteAddress ?? '')
  const [most] = [...byAddress.values()].toSorted((one, other) => other.length - one.length)
  return most?.[0]?.[0]
}

/** Follows which connections of a server wait for an answer, so that it can end, and holds no more than the most. */
function endingOf(server: ServerType, connections: number): Ending {
  const open: Open = new Map()
  let ends = false
  server.on('connection', (socket: Socket) => {
    if (open.size >= connections) {
      const old = spared(open)
      if (old === undefined) return socket.destroy()
      open.delete(old)
      old.destroy()
    }
    open.set(socket, new Set())
    socket.once('close', () => open.delete(socket))
    return undefined
  })
  server.on('request', ({ socket }: { readonly socket: Socket }, response: ServerResponse) => {
    const answers = open.get(socket)
    answers?.add(response)
    response.once('close', () => {
      answers?.delete(response)
      // what is still to be sent is sent before
      if (ends && answers?.size === 0) socket.destroySoon()
    })
  })
  return {
    begun: () => ends,
    end: most =>
      new Promise(closed => {
        ends = true
        const late = setTimeout(() => {
          for (const socket of open.keys()) socket.destroy()
        }, most)
        server.close(() => {
          clearTimeout(late)
          closed()
        })
        for (const [socket, answers] of open) {
          if (answers.size === 0) socket.destroySoon()
          // who is answered is told not to ask here again
          for (const answer of answers) if (!answer.headersSent) answer.shouldKeepAlive = false
        }
      }),
  }
}
