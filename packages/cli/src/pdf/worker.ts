import { parentPort, workerData } from 'node:worker_threads'
import { type PdfDocument, takePages } from '@unwash/core/documents/pdf'
import type { AskedPdf, PdfRead } from './index.ts'

/** the optional dependency; not a literal in the import, so that nobody must have it */
const READER = 'unpdf'

async function pagesOf({ bytes, room }: AskedPdf): Promise<PdfRead> {
  const reader: unknown = await import(READER).catch(() => null)
  if (!opensPdfs(reader)) return { is: 'no-reader' }
  try {
    // nothing in it is run
    return { is: 'read', ...(await takePages(file => reader.getDocumentProxy(file), bytes, room)) }
  } catch (error) {
    return { is: 'broken', why: (error instanceof Error ? error.message : String(error)).slice(0, 100) }
  }
}

interface PdfLibrary {
  getDocumentProxy(bytes: Uint8Array): Promise<PdfDocument>
}

const opensPdfs = (reader: unknown): reader is PdfLibrary =>
  typeof reader === 'object' &&
  reader !== null &&
  'getDocumentProxy' in reader &&
  typeof reader.getDocumentProxy === 'function'

parentPort?.postMessage(await pagesOf(workerData))
