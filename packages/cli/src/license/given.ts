import { notFound, UnwashError } from '@unwash/core/error'
import type { GivenLicenses, GivenText, UnreadText } from '@unwash/core/licenses/given/given'
import { TEXT_BYTES } from '@unwash/core/release/limits'
import { foundAt } from '@unwash/sources/files/disk'
import { readStream } from '../given-file.ts'
import { type PdfReader, pdfReader } from '../pdf/index.ts'
import { openBytes, openFile } from './file.ts'
import { openBeside, openFolder } from './folder.ts'

/** What was given on the command line, opened; and what could not be, each an error for the caller. */
interface OpenedTargets {
  readonly given: GivenLicenses
  readonly trouble: readonly UnwashError[]
}

/** Opens files, folders and `-` (what comes on standard input). */
export async function openTargets(
  targets: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<OpenedTargets> {
  const asked: GivenText[] = []
  const beside: GivenText[] = []
  const unread: UnreadText[] = []
  const trouble: UnwashError[] = []
  const readPdf = pdfReader()
  for (const target of targets) {
    try {
      const one = await openTarget(target, stdin, readPdf, signal)
      asked.push(...one.asked)
      beside.push(...one.beside)
      unread.push(...one.unread)
    } catch (error) {
      if (!(error instanceof UnwashError)) throw error
      trouble.push(error)
    }
  }
  return { given: { asked, beside, unread }, trouble }
}

async function openTarget(
  target: string,
  stdin: AsyncIterable<Uint8Array>,
  readPdf: PdfReader,
  signal?: AbortSignal,
): Promise<GivenLicenses> {
  signal?.throwIfAborted()
  if (target === '-') {
    const { bytes, size } = await readStream(stdin, TEXT_BYTES)
    const { text, unread } = await openBytes('stdin', bytes, size, readPdf)
    return { asked: text ? [text] : [], beside: [], unread }
  }
  const found = foundAt(target)
  if (!found)
    throw notFound('no file or folder', target, 'give the text of a license, or - to read it from standard input')
  const path = target.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '')
  if (found.isDirectory()) {
    const { texts, unread } = await openFolder(path, readPdf, signal)
    return { asked: texts, beside: [], unread }
  }
  const { text, unread } = await openFile(path, target, readPdf)
  return { asked: text ? [text] : [], beside: text ? await openBeside(path, text, readPdf) : [], unread }
}
