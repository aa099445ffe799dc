import { PDF_ROOM, takePages } from '@unwash/core/documents/pdf'
import { getDocumentProxy } from 'unpdf'
import type { GivenPdf } from './text.ts'

/**
 * Takes the text out of one PDF, and answers over the port that came with it: the reader of PDFs has words of its own
 * with the page.
 */
addEventListener('message', async ({ data }: MessageEvent<Partial<GivenPdf> | null>) => {
  const { bytes, port } = data ?? {}
  if (bytes === undefined || port === undefined) return
  try {
    port.postMessage(await takePages(file => getDocumentProxy(file), bytes, PDF_ROOM))
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) })
  }
})
