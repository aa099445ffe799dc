import { UnwashError } from '../../sources/error.ts'

/** a page that has not answered by then is not waited for, in milliseconds */
const PATIENCE = 20_000

/** Asks for a page that was named by its address; `path` is the address with the ending of what came. Throws an UnwashError when none comes. */
export async function fetchPage(
  address: string,
  signal: AbortSignal,
): Promise<{ readonly path: string; readonly body: AsyncIterable<Uint8Array> }> {
  const response = await fetch(address, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    headers: { accept: 'text/html, text/markdown, text/plain, application/pdf' },
  }).catch((cause: unknown) => {
    throw new UnwashError('no answer from', address, 'save the page and give the file', { cause })
  })
  if (!response.ok || !response.body)
    throw new UnwashError(`answer ${response.status} from`, address, 'save the page and give the file')
  const type = response.headers.get('content-type') ?? ''
  const { pathname } = new URL(address)
  const ending = /pdf/.test(type) ? '.pdf' : /html/.test(type) ? '.html' : ''
  return { path: pathname.endsWith(ending) ? address : `${address}${ending}`, body: response.body }
}
