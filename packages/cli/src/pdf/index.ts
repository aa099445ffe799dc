import { Worker } from 'node:worker_threads'
import { PDF_ROOM, type PdfPages, type PdfRoom } from '@unwash/core/documents/pdf'
import { ROOT } from '@unwash/knowledge/load'
import { isOutOfMemory, worked } from '@unwash/library/threads/limits'

/** The text of a PDF, page by page, or why it could not be had. */
export type PdfRead =
  | ({ readonly is: 'read' } & PdfPages)
  | { readonly is: 'no-reader' }
  | { readonly is: 'broken'; readonly why: string }
  | { readonly is: 'too-much'; readonly why: string }

/** What a thread is given to read, and what it may take. */
export interface AskedPdf {
  readonly bytes: Uint8Array
  readonly room: PdfRoom
}

/** What the PDFs of one run may take. */
export interface PdfLimits {
  /** what a thread begins with */
  readonly worker: URL
  readonly room: PdfRoom
  /** megabytes of a thread, but for arrays of bytes */
  readonly memory: number
  /** milliseconds of the processor */
  readonly time: number
  readonly timeInAll: number
  readonly pagesInAll: number
}

/** a small PDF takes a quarter of a second, a book of a thousand pages ten */
export const PDF_LIMITS: PdfLimits = {
  worker: new URL('dist/bin/pdf-worker.js', ROOT),
  room: PDF_ROOM,
  memory: 256,
  time: 30_000,
  timeInAll: 120_000,
  pagesInAll: 10_000,
}

/** milliseconds between two looks at the clock */
const LOOK = 50

/** Reads the PDFs of one run: each takes of what is left of the pages and the time that there are for all. */
export type PdfReader = (bytes: Uint8Array) => Promise<PdfRead>

/**
 * A reader for the PDFs of one run, with the optional dependency where it is installed. Each is read in a thread of its
 * own, and one that takes too much is ended with it.
 */
export function pdfReader(limits = PDF_LIMITS): PdfReader {
  let pages = limits.pagesInAll
  let time = limits.timeInAll
  return async bytes => {
    if (pages <= 0 || time <= 0)
      return { is: 'too-much', why: 'the PDFs before it took all the time or pages that there are for one run' }
    const before = worked()
    const room = { ...limits.room, pages: Math.min(limits.room.pages, pages) }
    const read = await inThread(bytes, { ...limits, room, time: Math.min(limits.time, time) })
    time -= worked() - before
    if (read.is === 'read') pages -= read.pages.length
    return read
  }
}

function inThread(bytes: Uint8Array, { worker: file, room, memory, time }: PdfLimits): Promise<PdfRead> {
  const workerData: AskedPdf = { bytes, room }
  const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: memory } })
  const before = worked()
  let timer: NodeJS.Timeout | undefined
  return new Promise<PdfRead>((resolve, reject) => {
    const tooMuch = (why: string) => resolve({ is: 'too-much', why })
    timer = setInterval(() => {
      if (worked() - before > time) tooMuch('it takes too long')
    }, LOOK)
    worker.on('message', resolve)
    worker.on('error', error => {
      if (isOutOfMemory(error)) tooMuch(`it takes more than ${memory} MB of memory`)
      else reject(error)
    })
    worker.on('exit', () => resolve({ is: 'broken', why: 'it ended early' }))
  }).finally(() => {
    clearInterval(timer)
    return worker.terminate()
  })
}
