import { VERSION } from '@unwash/knowledge/load'
import { sizeInWords } from '@unwash/sources/files/size'
import { bodyOf } from '@unwash/sources/http/fetch'
import type { Patience } from '@unwash/sources/http/limits'
import { fetchThrough } from '@unwash/sources/http/proxy'
import { askedWait } from '@unwash/sources/http/rate'
import { clockOf } from '@unwash/sources/http/time'
import type { ReaderAddress } from './address.ts'
import { completionOf, type Heard, trouble } from './completion.ts'

/** several times the longest answer with its thoughts, each word in a line of its own */
const ANSWER_BYTES = 8 * 1024 * 1024
const ERROR_BYTES = 8 * 1024

/** statuses that say the trouble is the server's, and may pass */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 529])

/** those that say that who asks, or what, is not known there */
const FINAL = new Set([301, 302, 307, 308, 401, 402, 403, 404, 405])

/** The headers of a request. */
export const headersOf = ({ key }: Pick<ReaderAddress, 'key'>): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'text/event-stream, application/json',
  'user-agent': `unwash/${VERSION}`,
  ...(key === null ? {} : { authorization: `Bearer ${key}` }),
})

/** Where a request goes. */
export const completionsAt = ({ base }: Pick<ReaderAddress, 'base'>): string => `${base}/chat/completions`

/**
 * Asks once, within the limits of bytes and time; a redirect is followed to no place that was not named. Throws the
 * signal's reason alone.
 */
export async function post(
  address: ReaderAddress,
  body: string,
  patience: Patience,
  signal: AbortSignal | undefined,
): Promise<Heard> {
  const clock = clockOf(patience, signal, () => undefined)
  try {
    // what runs on this machine is asked without a proxy
    const send = address.local ? fetch : await fetchThrough(process.env)
    const response = await send(completionsAt(address), {
      method: 'POST',
      headers: headersOf(address),
      body,
      redirect: 'manual',
      signal: clock.signal,
    })
    clock.heard()
    const { status, headers } = response
    const { text, cut } = await bodyText(response, response.ok ? ANSWER_BYTES : ERROR_BYTES, clock.heard)
    if (response.ok && cut) return trouble(`answers with more than ${sizeInWords(ANSWER_BYTES)}`)
    if (response.ok) return completionOf(text, headers.get('content-type') ?? '')
    const passing = PASSING.has(status)
    const detail = address.key === null ? text : text.replaceAll(address.key, '…')
    const wait = passing ? askedWait(headers) : null
    return trouble(refusal(status, detail), { status, detail, passing, wait, final: FINAL.has(status) })
  } catch (error) {
    signal?.throwIfAborted()
    if (clock.late()) return trouble('gives no whole answer in time', { passing: true })
    return trouble(`is not reached${codeOf(error)}`, { passing: true, final: true })
  } finally {
    clock.end()
  }
}

/** What a refusal says in its JSON, whatever shape that has, as part of a sentence. */
function refusal(status: number, detail: string): string {
  if (status >= 300 && status < 400) return `sends the question on to another place (${status})`
  const message = /"(?:message|error|detail)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,300})/.exec(detail)?.[1]
  return `answers ${status}${message === undefined ? '' : `: ${message.replace(/\\(.)/g, '$1')}`}`
}

/** Reads the text of an answer, or its beginning. */
export async function bodyText(
  response: Response,
  most: number,
  heardSomething?: () => void,
): Promise<{ text: string; cut: boolean }> {
  const { bytes, cut } = await bodyOf(response, most, heardSomething)
  return { text: new TextDecoder().decode(bytes), cut }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
}
