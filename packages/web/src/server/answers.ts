import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { lazy } from '@unwash/core/once'
import type { Context } from 'hono'
import { Refusal } from './refusal.ts'

/** Something made once and given many times: a page, in both the ways it is sent. */
export interface Made {
  readonly type: string
  readonly body: Buffer
  readonly zipped: () => Buffer
  readonly tag: string
}

/** Makes what is to be sent. */
export function made(type: string, content: string | Uint8Array): Made {
  const body = Buffer.from(content)
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { type, body, zipped: lazy(() => gzipSync(body, { level: 6 })), tag }
}

/** Sends it, or says that the client has it already. */
export function send(
  c: Context,
  { type, body, zipped, tag }: Made,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const common = { etag: tag, 'cache-control': 'no-cache', vary: 'accept-encoding', ...headers }
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(tag)) return c.body(null, 304, common)
  const gzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const sent = gzip ? zipped() : body
  return c.body(new Uint8Array(sent.buffer, sent.byteOffset, sent.byteLength) as Uint8Array<ArrayBuffer>, 200, {
    ...common,
    'content-type': type,
    'content-length': String(sent.byteLength),
    ...(gzip ? { 'content-encoding': 'gzip' } : {}),
  })
}

/** Of what is there to be shown elsewhere, such as a badge. */
export const ANYWHERE = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' } as const

/** Sends what is remembered, or is made now; throws a Refusal that says what is missing where there is nothing. */
export async function sendOf(
  c: Context,
  found: Promise<Made | null>,
  missing = 'no such release',
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const there = await found
  if (there === null) throw new Refusal(404, missing)
  return send(c, there, headers)
}

/** bytes of pages remembered */
const MOST_BYTES = 64 * 1024 * 1024
/** what is kept by others is seen at the latest after that, in milliseconds */
const FRESH = 10_000

/** Remembers what was made, for a short while and up to a size; who ask for the same at once get the same. */
export interface Memory {
  get(key: string, make: () => Promise<Made | null>): Promise<Made | null>
  forget(): void
}

/** A memory of pages. */
export function memoryOf(): Memory {
  const held = new Map<string, { made: Promise<Made | null>; until: number; size: number }>()
  let size = 0
  const drop = (key: string) => {
    size -= held.get(key)?.size ?? 0
    held.delete(key)
  }
  return {
    forget() {
      held.clear()
      size = 0
    },
    get(key, make) {
      const there = held.get(key)
      if (there && there.until > Date.now()) return there.made
      drop(key)
      const entry = { made: make(), until: Date.now() + FRESH, size: 0 }
      held.set(key, entry)
      entry.made.then(
        one => {
          if (held.get(key) !== entry) return
          if (one === null) return drop(key)
          // zipped it is smaller
          entry.size = 2 * one.body.length
          size += entry.size
          for (const oldest of held.keys()) {
            if (size <= MOST_BYTES) break
            drop(oldest)
          }
        },
        () => held.get(key) === entry && drop(key),
      )
      return entry.made
    },
  }
}
