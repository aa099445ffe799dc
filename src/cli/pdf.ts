/** The text of a PDF, page by page, or why it could not be had. */
export type PdfRead =
  | { readonly is: 'read'; readonly pages: readonly string[] }
  | { readonly is: 'no-reader' }
  | { readonly is: 'broken'; readonly why: string }

/** the optional dependency; not a literal in the import, so that nobody must have it */
const READER = 'unpdf'

/** Reads a PDF with the optional reader, if it is installed. Nothing in the PDF is run. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const reader: unknown = await import(READER).catch(() => null)
  if (!canExtract(reader)) return { is: 'no-reader' }
  try {
    const found = await reader.extractText(bytes, { mergePages: false })
    const pages = isPages(found) ? found.text : []
    return { is: 'read', pages: pages.map(page => (typeof page === 'string' ? page : '')) }
  } catch (error) {
    return { is: 'broken', why: error instanceof Error ? error.message : String(error) }
  }
}

interface Extractor {
  extractText(bytes: Uint8Array, options: { readonly mergePages: false }): Promise<unknown>
}

const canExtract = (reader: unknown): reader is Extractor =>
  typeof reader === 'object' && reader !== null && 'extractText' in reader && typeof reader.extractText === 'function'

const isPages = (found: unknown): found is { readonly text: readonly unknown[] } =>
  typeof found === 'object' && found !== null && 'text' in found && Array.isArray(found.text)
