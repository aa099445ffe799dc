import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ServerType } from '@hono/node-server'

/** How a server ends. */
export interface Ending {
  /** whether it was told to */
  begun(): boolean
  /**
   * Closes connections without a question under way at once and the others with their answer, all of them after so many
   * milliseconds. Node.js by itself waits for whoever has connected and asked nothing yet.
   */
  end(most: number): Promise<void>
}

/** Follows which connections of a server wait for an answer, so that it can end. */
export function endingOf(server: ServerType): Ending {
  const open = new Map<Socket, Set<ServerResponse>>()
  let ends = false
  server.on('connection', (socket: Socket) => {
    open.set(socket, new Set())
    socket.once('close', () => open.delete(socket))
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
