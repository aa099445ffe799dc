import type { FileReader } from '../files/gather.ts'
import type { Asking, Fetched } from './fetch.ts'
import { AHEAD_BYTES } from './limits.ts'
import { HubTrouble } from './trouble.ts'

/**
 * Reads files from their beginning, by range and with a little more than is asked for, so that most headers come with
 * one request.
 * @param files as the place lists them; a size is null where it tells none
 * @param get asks the place for a file
 * @param here texts that the place told with its list, as the files they are listed as
 */
export function beginningsOf(
  files: readonly (readonly [path: string, size: number | null, ...rest: unknown[]])[],
  get: (path: string, asking: Asking) => Promise<Fetched>,
  here: ReadonlyMap<string, Uint8Array> = new Map(),
): FileReader {
  const sizes = new Map(files.map(([path, size]) => [path, size]))
  const begun = new Map<string, { readonly bytes: Uint8Array; readonly size: number }>()
  return {
    async head(path, most) {
      const told = here.get(path)
      if (told) return { bytes: told.subarray(0, most), size: told.length }
      const size = sizes.get(path) ?? null
      if (size === 0) return { bytes: new Uint8Array(), size }
      const had = begun.get(path)
      if (had && had.bytes.length >= Math.min(most, had.size)) return { ...had, bytes: had.bytes.subarray(0, most) }
      const wanted = Math.min(Math.max(most, AHEAD_BYTES), size ?? Number.POSITIVE_INFINITY)
      const answer = await get(path, { most: wanted, range: [0, wanted - 1] })
      const whole = answer.size ?? size ?? answer.bytes.length
      // what is shorter than its list says is another file, or not all of it
      if (answer.bytes.length < Math.min(wanted, whole)) throw new HubTrouble('less of it came than its list says')
      begun.set(path, { bytes: answer.bytes, size: whole })
      return { bytes: answer.bytes.subarray(0, most), size: whole }
    },
  }
}
