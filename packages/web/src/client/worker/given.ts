import { TEXT_BYTES } from '@unwash/core/release/limits'
import { decode } from '@unwash/sources/files/decode'
import type { SentText } from '../messages.ts'

/** The words of a text that was pasted or dropped, or why there are none. Lines end at \n. */
type Opened =
  | {
      readonly is: 'text'
      readonly path: string
      readonly content: string
      /** of a PDF: the index of the first line of each page */
      readonly pages?: readonly number[]
    }
  | {
      readonly is: 'unread'
      readonly path: string
      readonly kind: string
      readonly says: string
      readonly wouldChange: string
    }

/** characters that no text has; where they are more than one in so many it is the inside of a file */
const NO_TEXT = /[^\P{Cc}\s]|\uFFFD/gu
const ONE_IN = 100
const isInside = (content: string) =>
  /^\s*%PDF-\d/.test(content) || (content.match(NO_TEXT)?.length ?? 0) * ONE_IN > content.length

/** Opens what was pasted or dropped, with the limit that the command line has for a file. */
async function openSent({ path, content, pages, unread: why }: SentText): Promise<Opened> {
  const unread = (kind: string, says: string, wouldChange: string): Opened => ({
    is: 'unread',
    path,
    kind,
    says,
    wouldChange,
  })
  if ((typeof content === 'string' ? content.length : content.size) > TEXT_BYTES)
    return unread('too-large', `${path} is larger than any license: it was not read`, 'the text in a file of its own')
  if (why !== undefined)
    return unread('pdf-not-read', `${path} is a PDF and was not read: ${why}`, 'its text, pasted here')
  const decoded =
    typeof content === 'string'
      ? ({ is: 'text', content } as const)
      : decode(new Uint8Array(await content.arrayBuffer()))
  if (decoded.is === 'binary' || isInside(decoded.content))
    return unread('binary-not-read', `${path} is no text, but the inside of a file`, 'the file, or the text itself')
  if (decoded.content.trim() === '') return unread('nothing-in-it', `nothing is in ${path}`, 'a text')
  const lines = decoded.content.replaceAll('\r\n', '\n')
  return { is: 'text', path, content: lines, ...(pages ? { pages } : {}) }
}

/** Opens all that was given. Throws an Error that says why, where none of it could be read: that is no answer. */
export async function openAll(sent: readonly SentText[]): Promise<readonly Opened[]> {
  const opened = await Promise.all(sent.map(openSent))
  if (opened.every(({ is }) => is === 'unread'))
    throw new Error(
      `Not read: ${opened.map(one => ('says' in one ? one.says : '')).join('; ') || 'nothing was given'}.`,
    )
  return opened
}
