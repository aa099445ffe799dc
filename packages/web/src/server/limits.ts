import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'

/** The limits of the server on what is asked of it. Sizes in bytes, times in milliseconds. */

/** a long license is 60 KB and a long announcement 100 KB; several may come at once */
export const BODY = 2 * 1024 * 1024
/** a form names one release */
export const FORM = 10_000
/** a form of answers has an id, or a path, for each */
export const ANSWERS = 64_000
/** texts in one question */
export const TEXTS = 20
/** releases side by side */
export const COMPARED = 5
/** an answer that streams events ends by then; the client asks again */
export const EVENTS_TIME = 10 * 60_000
/** streams of events at once */
export const EVENTS = 200

/**
 * Takes the whole body of a question before it is read, at most so many bytes of it, whether its size was told or not.
 * Only of a POST: no other question here has a body that anything reads.
 */
export function wholeBody(most: number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const coding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
    if (coding !== 'identity') throw new Refusal(415, 'the body is compressed; send it as it is')
    const tooLarge = new Refusal(413, `more than ${most} bytes`)
    if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge
    const { url, signal, headers, body } = c.req.raw
    const taken = await bytesOf(body, most)
    if (taken === null) throw tooLarge
    // of the library's own request no other can be made: this one is made anew
    c.req.raw = new Request(url, { method: 'POST', headers: new Headers([...headers]), body: taken, signal })
    return next()
  }
}

/** All bytes of a body; null where there are more. Throws a Refusal where it does not come whole. */
async function bytesOf(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  // not read to its end it is left as it is: to cancel it cuts the connection before the answer is there
  const reader = body?.getReader()
  for (let size = 0; size <= most; ) {
    const read = await reader?.read().catch((cause: unknown) => {
      throw new Refusal(400, 'the body did not come whole', null, { cause })
    })
    if (read?.value === undefined) return new Uint8Array(Buffer.concat(chunks))
    size += read.value.length
    chunks.push(read.value)
  }
  return null
}
