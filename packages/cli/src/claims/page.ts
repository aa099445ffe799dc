import { UnwashError, unreadable } from '@unwash/core/error'
import { codeOf } from '@unwash/sources/http/trouble'

/** a page that is not there in whole by then is not waited for, in milliseconds */
const PAGE_PATIENCE = 20_000
/** more than a page that moved needs; stops places that send each other around */
const MOST_REDIRECTS = 5

/** longer than what servers say beside a redirect */
const REDIRECT_BYTES = 64 * 1024

/** A page as it comes, from where it was in the end. */
export interface Page {
  readonly address: string
  /** what the server says it is, in lower case */
  readonly type: string
  readonly charset: string | null
  readonly body: AsyncIterable<Uint8Array>
}

/** Asks for a page that was named by its address. Throws an UnwashError when none comes. */
export async function fetchPage(address: string, signal: AbortSignal, patience: number = PAGE_PATIENCE): Promise<Page> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  let at = address
  for (let redirects = 0; ; redirects++) {
    const response = await ask(at, address, ends)
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return pageOf(response, at, address, ends)
    await drained(response).catch((cause: unknown) => {
      throw gone(address, ends, cause)
    })
    if (redirects === MOST_REDIRECTS)
      throw unreadable(`more than ${MOST_REDIRECTS} redirects from`, address, 'save the page and give the file')
    at = targetOf(next, at, address)
  }
}

async function ask(at: string, address: string, signal: AbortSignal): Promise<Response> {
  return await fetch(at, {
    signal,
    redirect: 'manual',
    headers: { accept: 'text/html, text/markdown, text/plain, application/pdf' },
  }).catch((cause: unknown) => {
    throw gone(address, signal, cause)
  })
}

/** Reads the few words beside a redirect, so that its connection ends in order; more than that is left. */
async function drained({ body }: Response): Promise<void> {
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > REDIRECT_BYTES) break
  }
}

function targetOf(next: string, at: string, address: string): string {
  const target = URL.canParse(next, at) ? new URL(next, at) : null
  if (target?.protocol === 'http:' || target?.protocol === 'https:') return target.href
  throw unreadable('a redirect to no page from', address, 'save the page and give the file')
}

function pageOf(response: Response, at: string, address: string, signal: AbortSignal): Page {
  if (!response.ok || !response.body)
    throw new UnwashError(
      `answer ${response.status} from`,
      address,
      'save the page and give the file',
      codeOf(response),
    )
  const type = response.headers.get('content-type') ?? ''
  const charset = /charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i.exec(type)?.[1] ?? null
  return { address: at, type: type.toLowerCase(), charset, body: chunks(response.body, address, signal) }
}

/** The body as it comes; a page that breaks off is no page. */
async function* chunks(
  body: AsyncIterable<Uint8Array>,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    throw gone(address, signal, cause)
  }
}

const gone = (address: string, { reason }: AbortSignal, cause: unknown) =>
  new UnwashError(
    reason instanceof DOMException && reason.name === 'TimeoutError' ? 'no whole page in time from' : 'no answer from',
    address,
    'save the page and give the file',
    'network',
    cause,
  )
