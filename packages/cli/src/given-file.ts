import { realpath } from 'node:fs/promises'
import { unreadable } from '@unwash/core/error'
import { readHead } from '@unwash/sources/files/head'

/**
 * Reads a file that was named as an option, or its beginning; whoever names it may name a link. Throws an UnwashError
 * where it cannot be read.
 */
export async function readGiven(what: string, path: string, most: number, todo: string): Promise<string> {
  // a pipe or device has no end to wait for
  const { bytes } = await realpath(path)
    .then(real => readHead(real, most))
    .catch((cause: unknown) => {
      throw unreadable(`cannot read the ${what}`, path, todo, cause)
    })
  return new TextDecoder().decode(bytes)
}

/** A stream up to a limit; the rest is counted up to ten times that, not kept. */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ bytes: Uint8Array; size: number }> {
  const chunks: Uint8Array[] = []
  let kept = 0
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (kept < limit) {
      const part = chunk.subarray(0, limit - kept)
      chunks.push(part)
      kept += part.length
    } else if (size > limit * 10) break
  }
  // a reader of PDFs takes no Buffer
  return { bytes: new Uint8Array(Buffer.concat(chunks)), size }
}
