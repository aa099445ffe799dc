import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UnwashError } from '../error.ts'
import { readHead } from '../head.ts'
import { SIGNOFF_BYTES } from '../limits.ts'
import type { Release } from '../release.ts'

/** The `signoff.yml` beside saved evidence; null where there is none, or the release was read from its own place. */
export async function signoffsBeside(target: string, release: Release): Promise<string | null> {
  if (release.readOn === undefined) return null
  const path = join(dirname(target), 'signoff.yml')
  return (await stat(path).catch(() => null))?.isFile() ? path : null
}

/** The text of a file of sign-offs. Throws an UnwashError where it cannot be read. */
export async function signoffText(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true)
    throw new UnwashError('no file of sign-offs', path, 'give a signoff.yml', { code: 'not-found' })
  if (found.size > SIGNOFF_BYTES) throw new UnwashError('too large for sign-offs:', path, 'sign off in several files')
  const read = await readHead(path, SIGNOFF_BYTES).catch((cause: unknown) => {
    throw new UnwashError('no permission to read', path, 'make the file readable, and no link', { cause })
  })
  return new TextDecoder().decode(read.bytes)
}
