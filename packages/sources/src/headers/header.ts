import { METADATA_KEYS, METADATA_VALUE } from '@unwash/core/release/limits'
import type { WeightsHeader } from '@unwash/core/release/release'

/** What the first bytes of a weights file gave. `trouble` continues a sentence that begins with the file's path. */
export type HeaderReading =
  | { readonly is: 'read'; readonly header: WeightsHeader; readonly trouble?: string }
  /** read on to byte `needs`; `soFar` is what could be told until there */
  | { readonly is: 'short'; readonly needs: number; readonly soFar: WeightsHeader | null }
  | { readonly is: 'broken'; readonly trouble: string }

/** Reads a header from a file's first bytes. Pure; never throws. */
export type HeaderFormat = {
  readonly format: WeightsHeader['format']
  /** bytes to read at first */
  readonly first: number
  /** @param size the whole file's bytes */
  readonly read: (path: string, bytes: Uint8Array, size: number) => HeaderReading
}

/**
 * Metadata within its limits: so many keys, values cut. A key that stands twice is kept twice, the second as "key#2".
 */
export function boundMetadata(entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const times = new Map<string, number>()
  const again = (key: string) => {
    const before = times.get(key) ?? 0
    times.set(key, before + 1)
    return before === 0 ? key : `${key}#${before + 1}`
  }
  // fromEntries defines its keys, so that one called __proto__ is a key like any other
  return Object.fromEntries(
    entries.slice(0, METADATA_KEYS).map(([key, value]) => [again(key), value.slice(0, METADATA_VALUE)]),
  )
}
