import { joinPages } from '@unwash/core/documents/pages'
import { PDF_BYTES, type PdfPages } from '@unwash/core/documents/pdf'
import type { SentText } from '../messages.ts'

/** a crafted file may keep its reader busy for ever; in milliseconds */
const TIME = 30_000

/**
 * The text of a file that is a PDF; any other as it is. The reader of PDFs is large: its script is fetched from this
 * site when the first is opened, which tells that there is one, and nothing of what stands in it.
 */
export async function withoutPdf(sent: SentText): Promise<SentText> {
  const { path, content } = sent
  if (typeof content === 'string' || !(await isPdf(path, content))) return sent
  const unread = (why: string): SentText => ({ path, content: '', unread: why })
  if (content.size > PDF_BYTES) return unread('it is larger than any license')
  try {
    const { pages: taken, cut } = await pagesOf(new Uint8Array(await content.arrayBuffer()))
    // half of a text is none
    if (cut !== null) return unread(cut)
    const { lines, pages } = joinPages(taken)
    const text = lines.join('\n')
    return text.trim() === '' ? unread('its pages hold pictures and no text') : { path, content: text, pages }
  } catch (error) {
    return unread(error instanceof Error ? error.message.slice(0, 100) : 'it is broken')
  }
}

const isPdf = async (path: string, content: Blob) =>
  /\.pdf$/i.test(path) || (await content.slice(0, 5).text()) === '%PDF-'

/** The text of each page, taken out by a worker of its own that ends with it. */
function pagesOf(bytes: Uint8Array): Promise<PdfPages> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<PdfPages>((resolve, reject) => {
    setTimeout(() => reject(new Error('it took too long')), TIME)
    worker.addEventListener('error', () => reject(new Error('the reader of PDFs could not be started')))
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Taken>) => {
      if ('failed' in data) reject(new Error(`its reader says “${data.failed}”`))
      else resolve(data)
    }
    worker.postMessage({ bytes, port: port2 } satisfies GivenPdf, [port2])
  }).finally(() => worker.terminate())
}

/** What the worker is given: a PDF, and where to answer. */
export interface GivenPdf {
  readonly bytes: Uint8Array
  readonly port: MessagePort
}

/** What the worker says. */
type Taken = PdfPages | { readonly failed: string }
