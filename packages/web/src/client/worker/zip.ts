import { DEPTH, TEXT_BYTES } from '@unwash/core/release/limits'
import { unzip } from 'fflate'
import type { SentText } from '../messages.ts'

/** larger is no archive of texts; it is held in memory while it is read */
const ZIP_BYTES = 256 * 1024 * 1024
/** entries of one archive */
const ENTRIES = 20_000
/** bytes taken out of one archive in all */
const TAKEN = 64 * 1024 * 1024

/** how an archive begins: with a file, or with its end */
const BEGINNINGS = ['80,75,3,4', '80,75,5,6']

/** Whether bytes are those of a zip archive. */
export const isZip = async (content: Blob): Promise<boolean> =>
  BEGINNINGS.includes(new Uint8Array(await content.slice(0, 4).arrayBuffer()).join())

/** A file of an archive, or of a folder: what is too large to be a text is known by its size alone. */
export interface ArchiveEntry extends SentText {
  /** bytes of the whole file */
  readonly size: number
}

/**
 * The files of an archive, within bounds of their number, depth and size (CWE-409). Throws an Error that says in a
 * sentence what is wrong with it.
 */
export async function unzipped(path: string, content: Blob): Promise<readonly ArchiveEntry[]> {
  if (content.size > ZIP_BYTES) throw new Error(`${path} is larger than any archive that is read here: open its folder`)
  const bytes = new Uint8Array(await content.arrayBuffer())
  const sizes = new Map<string, number>()
  let taken = 0
  const files = await new Promise<Readonly<Record<string, Uint8Array>>>((done, fail) =>
    unzip(
      bytes,
      {
        filter({ name, originalSize }) {
          const steps = name.split('/')
          if (name.endsWith('/') || steps.length > DEPTH || steps.some(step => step === '..' || step === ''))
            return false
          if (sizes.size >= ENTRIES) throw new Error(`more than ${ENTRIES} files are in it`)
          sizes.set(name, originalSize)
          if (originalSize > TEXT_BYTES) return false
          taken += originalSize
          if (taken > TAKEN) throw new Error('its texts are larger together than those of any release')
          return true
        },
      },
      (error, data) => (error ? fail(error) : done(data)),
    ),
  ).catch((cause: unknown) => {
    throw new Error(`${path} is a zip that cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  })
  if (sizes.size === 0) throw new Error(`nothing is in ${path}`)
  return [...sizes].map(([name, size]) => ({
    path: name,
    size,
    content: new Blob(files[name] ? [files[name] as Uint8Array<ArrayBuffer>] : []),
  }))
}
