import { originNamed } from '@unwash/core/release/origin'
import type { Release, ReleaseFile } from '@unwash/core/release/release'
import { gatherFiles } from './files/gather.ts'

/** A file of a release in memory: its text, its bytes, or how large one is that is not here. */
export type GivenFile = string | Uint8Array | { readonly size: number }

/** A release in memory: its files by their paths. */
export interface GivenRelease {
  readonly files: Readonly<Record<string, GivenFile>>
  /** `org/model`, or its name alone */
  readonly name?: string
  /** whether these are all its files; yes unless told */
  readonly complete?: boolean
}

/** Opens a release in memory as one in a folder would be. @internal */
export async function openGiven(
  { files, name, complete = true }: GivenRelease,
  signal?: AbortSignal,
): Promise<Release> {
  const bytes = new Map<string, Uint8Array>()
  const listed = Object.entries(files).map(([path, file]): ReleaseFile => {
    const held = typeof file === 'string' ? new TextEncoder().encode(file) : file instanceof Uint8Array ? file : null
    if (held) bytes.set(path, held)
    return { path, size: held ? held.length : 'size' in Object(file) ? Object(file).size : null, kind: 'file' }
  })
  const reader = {
    head: async (path: string, most: number) => {
      const held = bytes.get(path)
      return held ? { bytes: held.subarray(0, most), size: held.length } : null
    },
    why: () => ({ why: 'failed' as const, says: 'was not given' }),
  }
  const listing = { files: listed, complete, notes: [], resolved: true as const }
  return {
    ...(name === undefined
      ? { name: '', publisher: null, guessed: true as const }
      : { ...originNamed(name), named: true as const }),
    source: 'folder',
    place: name ?? 'files in memory',
    revision: null,
    ...(await gatherFiles(listing, reader, signal)),
  }
}
