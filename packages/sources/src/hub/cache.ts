import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { readHead } from '../files/head.ts'
import { writeWhole } from '../files/whole.ts'
import { sha256 } from '../hash.ts'
import { CACHE_FILE_BYTES } from './limits.ts'

/** What was read of hubs, on this disk. A file is there whole or not at all. */
export interface Cache {
  /** null when it is not there */
  read(place: readonly string[]): Promise<Uint8Array | null>
  /** Keeps it. What cannot be kept is asked for again another time. */
  write(place: readonly string[], bytes: Uint8Array): Promise<void>
}

/** The folder of the cache: `unwash` below `XDG_CACHE_HOME`, else below `~/.cache`. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const given = environment.XDG_CACHE_HOME
  // the specification has relative ones ignored
  return join(given !== undefined && isAbsolute(given) ? given : join(homedir(), '.cache'), 'unwash')
}

/** The cache in a folder, which is made when there is something to keep. */
export function cacheIn(folder: string): Cache {
  const pathOf = (place: readonly string[]) => join(folder, ...place.map(fileName))
  return {
    async read(place) {
      const read = await readHead(pathOf(place), CACHE_FILE_BYTES).catch(() => null)
      return read !== null && read.bytes.length === read.size ? read.bytes : null
    },
    async write(place, bytes) {
      if (bytes.length > CACHE_FILE_BYTES) return
      const path = pathOf(place)
      // only its owner reads it: some of it was given to a token
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        .then(() => writeWhole(path, bytes, 0o600))
        .catch(() => {})
    },
  }
}

/** One step of a place as a file's name, on every system: what would lead elsewhere, or is too long, by its hash. */
function fileName(step: string): string {
  if (/^\w[\w.-]{0,99}$/.test(step)) return step
  return `=${sha256(step).slice(0, 40)}`
}
