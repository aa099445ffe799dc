import { decode } from '../../../sources/decode.ts'
import { TEXT_BYTES } from '../../../sources/limits.ts'
import type { SentText } from '../messages.ts'

/** The words of a text that was pasted or dropped, or why there are none. Lines end at \n. */
export type Opened =
  | { readonly is: 'text'; readonly path: string; readonly content: string }
  | {
      readonly is: 'unread'
      readonly path: string
      readonly kind: string
      readonly says: string
      readonly wouldChange: string
    }

/** Opens what was pasted or dropped, with the limit that the command line has for a file. */
export function openSent({ path, content }: SentText): Opened {
  const unread = (kind: string, says: string, wouldChange: string): Opened => ({
    is: 'unread',
    path,
    kind,
    says,
    wouldChange,
  })
  if (content.length > TEXT_BYTES)
    return unread('too-large', `${path} is larger than any license: it was not read`, 'the text in a file of its own')
  if (typeof content !== 'string' && isPdf(path, content))
    return unread('pdf-not-read', `${path} is a PDF, which is not read in the page`, 'its text, pasted here')
  const decoded = typeof content === 'string' ? ({ is: 'text', content } as const) : decode(content)
  if (decoded.is === 'binary') return unread('binary-not-read', `${path} is no text`, 'the text itself')
  if (decoded.content.trim() === '') return unread('nothing-in-it', `nothing is in ${path}`, 'a text')
  return { is: 'text', path, content: decoded.content.replaceAll('\r\n', '\n') }
}

const isPdf = (path: string, bytes: Uint8Array) =>
  /\.pdf$/i.test(path) || String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'
