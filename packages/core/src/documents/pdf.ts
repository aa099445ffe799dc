/** larger PDFs are books; in bytes */
export const PDF_BYTES = 16 * 1024 * 1024

/** What taking the text out of PDFs may take at most. */
export interface PdfRoom {
  readonly pages: number
  /** of the text that comes out */
  readonly characters: number
  /** of all arrays that are made on the way, whatever is in them: a stream unpacks to a thousand times its size */
  readonly bytes: number
}

/** several times the longest terms there are; fonts and compressed streams of so many pages fit in the bytes */
export const PDF_ROOM: PdfRoom = { pages: 1_000, characters: 8_000_000, bytes: 256 * 1024 * 1024 }

/** The text of the pages of a PDF, as far as there was room for it. */
export interface PdfPages {
  readonly pages: readonly string[]
  /** why some of it is missing; null where nothing is */
  readonly cut: string | null
}

/** What is used of an opened PDF, as pdf.js has it. */
export interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

interface PdfPage {
  streamTextContent(): { getReader(): PieceReader }
  cleanup(): unknown
}

interface PieceReader {
  read(): Promise<{ readonly done: boolean; readonly value?: { readonly items: readonly Piece[] } | undefined }>
  cancel(reason: Error): Promise<void>
}

type Piece = { readonly str?: string; readonly hasEOL?: boolean }

/** Takes the text out of a PDF, page by page. For a thread that does nothing else: what it makes there is counted. */
export async function takePages(
  open: (bytes: Uint8Array) => Promise<PdfDocument>,
  file: Uint8Array,
  room: PdfRoom,
): Promise<PdfPages> {
  const isFull = countArrays(room.bytes)
  const full = `it unpacks to more than ${inMegabytes(room.bytes)}`
  const pages: string[] = []
  let left = room.characters
  const cut = (why: string): PdfPages => ({ pages, cut: `${why}, and ${pages.length} of its pages were read` })
  try {
    const document = await open(file)
    while (pages.length < document.numPages) {
      if (pages.length >= room.pages) return cut(`it has ${document.numPages} pages`)
      const page = await document.getPage(pages.length + 1)
      const text = await textOfPage(page, left)
      page.cleanup()
      // the reader passes over what it could not unpack, and goes on
      if (isFull()) return cut(full)
      if (text === null) return cut(`it holds more than ${room.characters} characters`)
      left -= text.length
      pages.push(text)
    }
  } catch (error) {
    if (isFull()) return cut(full)
    throw error
  }
  return { pages, cut: null }
}

/** The text of a page; null where it is longer than there is room for. */
async function textOfPage(page: PdfPage, most: number): Promise<string | null> {
  const reader = page.streamTextContent().getReader()
  const pieces: string[] = []
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const { str, hasEOL } of next.value?.items ?? []) {
      if (str === undefined) continue
      length += str.length + 1
      pieces.push(str, hasEOL ? '\n' : '')
    }
    if (length <= most) continue
    await reader.cancel(new Error('enough'))
    return null
  }
  return pieces.join('')
}

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`

/**
 * Counts the bytes of all arrays that are made from now on in this thread, and makes none past the most: they are no
 * part of what a thread's own limit counts. Tells whether more were asked for.
 */
function countArrays(most: number): () => boolean {
  let made = 0
  const count = (bytes: number) => {
    made += bytes
    if (made > most) throw new RangeError(`arrays of more than ${inMegabytes(most)}`)
  }
  const counted = <Kind extends ArrayKind>(kind: Kind): Kind =>
    new Proxy(kind, {
      construct(target, given: unknown[], asked: () => void) {
        count(sizeOf(given[0]) * ('BYTES_PER_ELEMENT' in target ? target.BYTES_PER_ELEMENT : 1))
        return Reflect.construct(target, given, asked)
      },
    })
  for (const kind of PDF_KINDS) Object.assign(globalThis, { [kind.name]: counted(kind) })
  const Unpacking = globalThis.DecompressionStream
  const unpacking = function unpacking(...given: ConstructorParameters<typeof Unpacking>) {
    const { readable, writable } = new Unpacking(...given)
    const counts = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        count(chunk.length)
        controller.enqueue(chunk)
      },
    })
    return { readable: readable.pipeThrough(counts), writable }
  }
  Object.assign(globalThis, { DecompressionStream: unpacking })
  return () => made > most
}

type ArrayKind = (typeof PDF_KINDS)[number]
const PDF_KINDS = [
  ArrayBuffer,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
] as const

/** Of what an array is made: a length, another's elements, or the bytes of another, which are there already. */
function sizeOf(given: unknown): number {
  if (typeof given === 'number') return given
  return typeof given === 'object' && given !== null && 'length' in given && typeof given.length === 'number'
    ? given.length
    : 0
}
